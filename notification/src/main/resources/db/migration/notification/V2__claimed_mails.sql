create index mail_claimed on notification.mail (claimed_until);
