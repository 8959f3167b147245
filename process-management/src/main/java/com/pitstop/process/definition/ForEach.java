package com.pitstop.process.definition;

/** Says that a step is there once for every item of a list. */
record ForEach(String list, String item) {}
