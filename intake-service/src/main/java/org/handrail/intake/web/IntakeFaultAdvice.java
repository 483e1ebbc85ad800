package org.handrail.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handrail.intake.client.ReferenceTakenException;
import org.handrail.intake.client.UnknownClientException;
import org.handrail.intake.consent.NoAddressException;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the domain refuses, as problems. */
@RestControllerAdvice
@Order(0)
public class IntakeFaultAdvice {

    private final ProblemWriter problems;

    IntakeFaultAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void unknown(UnknownClientException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(Problem.notFound("No client has the id in /client/id."), request, response);
    }

    @ExceptionHandler
    void taken(ReferenceTakenException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(Problem.conflict("reference-taken", "The reference belongs to another client."),
                request, response);
    }

    @ExceptionHandler
    void noAddress(NoAddressException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(Problem.invalid("/addressReadBack", "is not possible: the client has no email address"),
                request, response);
    }
}
