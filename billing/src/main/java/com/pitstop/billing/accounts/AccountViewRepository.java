package com.pitstop.billing.accounts;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface AccountViewRepository extends JpaRepository<AccountView, UUID> {}
