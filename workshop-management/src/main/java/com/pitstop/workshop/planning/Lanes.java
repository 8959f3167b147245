package com.pitstop.workshop.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.pitstop.workshop.domain.Timeslot;

/**
 * Where on the board each job of a day is drawn: in lanes 1..n, no two jobs of a lane at the same time. The jobs that
 * take place get as few lanes as possible, since going by their start and taking the first free lane is optimal;
 * cancelled ones are put where there is room.
 */
final class Lanes {

    /** A job as far as its place on the board goes. */
    record Entry(UUID jobId, Timeslot time, boolean cancelled) {

        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::cancelled)
                .thenComparing(entry -> entry.time().start())
                .thenComparing(Entry::jobId);
    }

    private final List<List<Timeslot>> lanes = new ArrayList<>();

    private Lanes() {}

    static Map<UUID, Integer> assign(Collection<Entry> entries) {
        var lanes = new Lanes();
        var laneOfJob = new HashMap<UUID, Integer>();
        entries.stream().sorted(Entry.ORDER).forEach(entry -> laneOfJob.put(entry.jobId(), lanes.add(entry.time())));
        return laneOfJob;
    }

    private int add(Timeslot time) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane).stream().noneMatch(time::overlaps)) {
                lanes.get(lane).add(time);
                return lane + 1;
            }
        }
        lanes.add(new ArrayList<>(List.of(time)));
        return lanes.size();
    }
}
