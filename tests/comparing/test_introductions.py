"""How accounts introduce the same person: shown where they have no description in common."""

import framing


def introduced(*texts: str) -> dict[str, list[tuple[int, str]]]:
    found = framing.compare([framing.analyze(text) for text in texts])
    return {person.name: [(said.article, said.text) for said in person.said] for person in found.introductions}


def test_other_descriptions_of_one_person_are_laid_side_by_side() -> None:
    found = introduced(
        "Former minister Pia Strand spoke on Monday in Ostvale. The pier opens in May, Strand said.",
        "Pia Strand, a convicted fraudster, spoke on Monday in Ostvale. The pier opens in May, she said.",
    )
    assert found == {"Pia Strand": [(0, "Former minister"), (1, "a convicted fraudster")]}


def test_the_same_office_in_other_forms_is_no_difference() -> None:
    assert not introduced(
        "Mayor Pia Strand spoke on Monday in Ostvale. The pier opens in May, Strand said.",
        "Pia Strand, the mayor of Ostvale, spoke on Monday. The pier opens in May, Ms. Strand said.",
    )


def test_a_person_whom_one_account_alone_names_is_not_shown() -> None:
    assert not introduced(
        "Former minister Pia Strand spoke on Monday in Ostvale. The pier opens in May.",
        "A convicted fraudster spoke on Monday in Ostvale. The pier opens in May, Mayor Ada Holm said.",
    )
