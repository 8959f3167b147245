package com.pitstop.process.status;

import java.util.List;
import java.util.Map;

/**
 * What a cancellation would do now.
 *
 * @param possible false when it is over, being undone already, or past the step from which on nothing is undone
 * @param undone names of the steps that would be undone, in that order
 * @param asked names of the steps of which it would be asked first whether they were done
 * @param stays what has been done and would stay, and why
 */
public record CompensationPreview(
        boolean possible, String explanation, List<String> undone, List<String> asked, Map<String, String> stays) {

    public CompensationPreview {
        undone = List.copyOf(undone);
        asked = List.copyOf(asked);
        stays = Map.copyOf(stays);
    }
}
