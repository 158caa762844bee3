"""E-mail that asks somebody to look at Veldwijzer: put in a queue with the act that asks for it, sent by a sender.

It holds no personal data, by its form: a mail is a kind, an address and a path, and its words are the same for all.
"""
