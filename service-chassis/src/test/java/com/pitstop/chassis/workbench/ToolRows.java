package com.pitstop.chassis.workbench;

import org.springframework.data.jpa.repository.JpaRepository;

interface ToolRows extends JpaRepository<ToolRow, String> {}
