"""The invented data set, in which the whole site can be seen at work. Nothing in it is known."""
