package com.pitstop.process.web;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.process.domain.participant.ParticipantId;
import com.pitstop.process.domain.participant.PauseParticipant;
import com.pitstop.process.domain.participant.ResumeParticipant;
import com.pitstop.process.participants.ListParticipants;
import com.pitstop.process.participants.Participant;
import com.pitstop.process.participants.ParticipantList;
import com.pitstop.shared.NotFoundException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Tag(name = "Participants", description = "Who is asked for steps, and how they are doing")
@RestController
@RequestMapping("/api/participants")
class ParticipantController {

    private final Submissions submissions;
    private final QueryGateway queries;

    ParticipantController(Submissions submissions, QueryGateway queries) {
        this.submissions = submissions;
        this.queries = queries;
    }

    @Operation(summary = "List who is asked for steps, who is left alone for a while, and who is paused")
    @GetMapping
    ParticipantList list() {
        return queries.query(new ListParticipants(), ParticipantList.class).join();
    }

    @Operation(summary = "Look a participant up")
    @GetMapping("/{name}")
    Participant show(@PathVariable @Size(max = 60) String name) {
        return find(name)
                .orElseThrow(() -> new NotFoundException(
                        "known-participant", "Nobody is asked for steps by the name of %s".formatted(name)));
    }

    @Operation(summary = "Ask a participant for nothing until further notice")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{name}/pause")
    ResponseEntity<@Nullable Void> pause(
            @PathVariable @Size(max = 60) String name, @RequestBody @Valid Reason request) {
        var id = new ParticipantId(show(name).name());
        return submissions
                .changing()
                .send(() -> new PauseParticipant(id, request.reason()))
                .done(shows(name, participant -> participant.pause() != null));
    }

    @Operation(summary = "Ask a participant again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{name}/resumption")
    ResponseEntity<@Nullable Void> resume(
            @PathVariable @Size(max = 60) String name, @RequestBody @Valid Reason request) {
        var id = new ParticipantId(show(name).name());
        return submissions
                .changing()
                .send(() -> new ResumeParticipant(id, request.reason()))
                .done(shows(name, participant -> participant.pause() == null));
    }

    private Optional<Participant> find(String name) {
        return list().items().stream()
                .filter(participant -> participant.name().equals(name))
                .findFirst();
    }

    private BooleanSupplier shows(String name, Predicate<Participant> change) {
        return () -> find(name).filter(change).isPresent();
    }
}
