"""Fewer pauses of the garbage collector, for a process that is to answer within milliseconds."""

import gc

# A question leaves some thousands of short-lived objects, hardly ever in a cycle, so that nothing is gained by looking
# for cycles every few questions. With the usual 700 a full look of 30 ms came within every hundred questions.
OBJECTS_BEFORE_A_LOOK = 50_000
LOOKS_BEFORE_A_FULL_ONE = 20


def fewer_pauses() -> None:
    """To be called when all is loaded: what stands there stays, and is not looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_A_LOOK, LOOKS_BEFORE_A_FULL_ONE, LOOKS_BEFORE_A_FULL_ONE)
