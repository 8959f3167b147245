package com.pitstop.chassis.workbench;

import java.util.Map;

import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.pitstop.chassis.web.Submissions;
import com.pitstop.chassis.workbench.Tool.BuyTool;
import com.pitstop.chassis.workbench.Tool.UseTool;
import com.pitstop.chassis.workbench.ToolProjection.CountUses;

/** Tools by HTTP. It needs neither the aggregate nor the read model in its own process. */
@RestController
@RequestMapping("/api/tools")
class ToolController {

    private final Submissions submissions;
    private final QueryGateway queries;

    ToolController(Submissions submissions, QueryGateway queries) {
        this.submissions = submissions;
        this.queries = queries;
    }

    record BuyRequest(String label) {}

    @PostMapping("/{toolId}")
    ResponseEntity<Map<String, String>> buy(@PathVariable String toolId, @RequestBody BuyRequest request) {
        return submissions
                .creating(request)
                .send(() -> new BuyTool(toolId, request.label()))
                .created("/api/tools/" + toolId, Map.of("toolId", toolId), () -> true);
    }

    @PutMapping("/{toolId}/use")
    ResponseEntity<Void> use(@PathVariable String toolId) {
        return submissions.changing().send(() -> new UseTool(toolId)).done(() -> true);
    }

    @GetMapping("/{toolId}/uses")
    int uses(@PathVariable String toolId) {
        return queries.query(new CountUses(toolId), Integer.class).join();
    }
}
