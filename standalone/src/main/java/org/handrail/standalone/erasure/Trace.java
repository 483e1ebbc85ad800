package org.handrail.standalone.erasure;

/**
 * Where something was found.
 *
 * @param place a file with an offset, a table with its number of rows
 * @param form  in which shape
 */
public record Trace(String place, String form) {

    @Override
    public String toString() {
        return place + " (" + form + ")";
    }
}
