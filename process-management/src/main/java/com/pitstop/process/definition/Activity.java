package com.pitstop.process.definition;

import java.util.Set;

/**
 * What a participant can be asked for.
 *
 * @param needed names of the arguments it takes
 * @param possible names of those that may be left out
 * @param answers names of the variables it sets
 */
record Activity(Set<String> needed, Set<String> possible, Set<String> answers) {

    Activity {
        needed = Set.copyOf(needed);
        possible = Set.copyOf(possible);
        answers = Set.copyOf(answers);
    }
}
