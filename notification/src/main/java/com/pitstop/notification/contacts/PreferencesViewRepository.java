package com.pitstop.notification.contacts;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface PreferencesViewRepository extends JpaRepository<PreferencesView, UUID> {}
