"""What the tagger's network makes of an attribution's words."""

from dataclasses import replace

import numpy as np
from passages import article

from framing.attributing import attributed
from framing.attributing.network_states import attribution_states
from framing.modelling.article_words import read_words


def test_ends_and_means_stand_in_their_order_and_what_is_not_there_is_zero() -> None:
    found = article("Ada Holm said the mill would close.\n\nThe town has twelve thousand people.")
    told = attributed(found, read_words(found))
    one = next(one for one in told.attributions if one.act == "speech")
    numbered = np.repeat(np.arange(len(found.tokens), dtype=np.float16)[:, None], 2, axis=1)
    parts = attribution_states(found, one, numbered).reshape(6, 2)
    assert one.source
    first = list(found.tokens.starts).index(one.source.span.start)
    # The tokens from the first on: Ada 0, Holm 1, said 2, the 3, mill 4, would 5, close 6, the full stop 7.
    assert (parts[:, 0] - first).tolist() == [3, 6, 7, 4.5, 2, 0.5]
    bare = attribution_states(found, replace(one, cue=None, source=None), numbered).reshape(6, 2)
    assert bare[4:].tolist() == [[0, 0], [0, 0]]
    assert told.states.shape[0] == len(found.tokens)


def test_a_token_of_the_next_paragraph_is_not_read() -> None:
    found = article("“The mill will close in May”\n\nAda Holm said so on Tuesday in the town hall of Tarn.")
    told = attributed(found, read_words(found))
    one = told.attributions[0]
    end = found.blocks[0].end
    whole = replace(one, content=(type(one.content[0])(found.blocks[0].start, end),))
    numbered = np.ones((len(found.tokens), 1), dtype=np.float16)
    assert attribution_states(found, whole, numbered)[2] == 0
