"""Boxes that ask the reader to subscribe, and what only looks like one."""

import pytest

from framing.segmenting.invitations import is_invitation


@pytest.mark.parametrize(
    "written",
    [
        "Get the news of the harbour by e-mail every morning.",
        "Get full access to the Tarn Times for a crown a month.",
        "Want our top stories before breakfast?",
        "Get our biggest stories as soon as they are printed.",
        "There was an issue signing you up. Please enable JavaScript to use this form.",
        "Verify you’re not a robot. Please enable JavaScript to use this form.",
        "By signing up, you agree to our terms. You can unsubscribe at any time.",
        "The news of Odden in your inbox: sign up for our letter",
        "Why the ferry stands still Listen · 3:47",
    ],
)
def test_a_box_is_an_invitation(written: str) -> None:
    assert is_invitation(written)


@pytest.mark.parametrize(
    "written",
    [
        "The council gave the crews full access to the pier.",
        "Get full access to the files, the mayor told the clerks.",
        "The clerk answered by e-mail that the mill would close.",
        "Want the best stories of the harbour? An old sailor has them.",
        "Please enable JavaScript to use this form.",
        "A machine has to show that it is not a robot.",
        "There was an issue signing you up.",
    ],
)
def test_what_has_one_sign_of_it_alone_is_none(written: str) -> None:
    assert not is_invitation(written)


def test_a_form_may_be_longer_than_an_offer() -> None:
    form, offer = "You can unsubscribe at any time. Newsletter sign up.", "Sign up for our newsletter."
    assert is_invitation(form + " Harbour news." * 30)
    assert not is_invitation(form + " Harbour news." * 60)
    assert is_invitation(offer)
    assert not is_invitation(offer + " Harbour news." * 30)
