package com.pitstop.notification.texts;

/**
 * A mail in words.
 *
 * @param subject one line
 * @param text for who reads plain text, saying the same as the HTML
 */
public record Letter(String subject, String text, String html) {}
