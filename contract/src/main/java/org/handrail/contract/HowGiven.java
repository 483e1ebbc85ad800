package org.handrail.contract;

/** How a preference, a confirmation or a stop reached us. */
public enum HowGiven { WEB_FORM, SPOKEN, SIGNED, LINK_PAGE, ONE_CLICK, REPLY, API, STAFF }
