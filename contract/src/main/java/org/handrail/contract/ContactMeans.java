package org.handrail.contract;

public enum ContactMeans { EMAIL, PHONE }
