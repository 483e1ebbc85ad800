package org.handrail.intake.plantedroot.web;


/** What no domain may point at. */
public record Page(String title) {
}
