"""From findings to figures: rates, shares, intervals and places in the distribution of real news."""
