package com.pitstop.chassis.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A read-model row with a column that is too narrow for some events: the database refuses them, late. */
@Entity
@Table(schema = "workbench", name = "tool")
class ToolRow {

    @Id
    String toolId;

    String label;
    int uses;

    protected ToolRow() {}

    ToolRow(String toolId, String label) {
        this.toolId = toolId;
        this.label = label;
    }
}
