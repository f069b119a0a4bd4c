"""Nouns for persons that several patterns hold, as alternatives of a regular expression, in singular and plural."""

__all__ = ["CHILDREN", "KIN", "LAWYERS", "OFFICE_ENDS", "SPOKESPEOPLE"]

KIN = (
    r"mothers?|fathers?|moms?|mums?|dads?|parents?|wi(?:fe|ves)|husbands?|widow(?:er)?s?|sons?|daughters?|brothers?|"
    r"sisters?|siblings?|aunts?|uncles?|cousins?|nephews?|nieces?|grand(?:mother|father|son|daughter|parent)s?|"
    r"fianc[ée]e?s?|famil(?:y|ies)"
)
"""Kin whom somebody's fate befalls too, and who speak of it."""
CHILDREN = r"child(?:ren)?|kids?|bab(?:y|ies)"
"""Kin who are themselves spoken of: "the children at the school" are nobody's spokesmen."""
LAWYERS = r"lawyers?|attorneys?|solicitors?|barristers?"
"""Whoever may speak for a client; "counsel" is an office as often."""
OFFICE_ENDS = r"(?:m[ae]n|wom[ae]n|persons?|people)"
"""Ends of "chairman", "spokeswoman" and their like."""
SPOKESPEOPLE = rf"spokes{OFFICE_ENDS}"
