"""What models and rules get right, on data that they have not learned from."""
