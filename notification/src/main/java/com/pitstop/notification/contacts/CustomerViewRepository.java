package com.pitstop.notification.contacts;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

@Repository("notificationCustomerRepository")
interface CustomerViewRepository extends JpaRepository<CustomerView, UUID> {}
