package org.handrail.platform.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container, the firewall or security refused before a controller saw it. */
@Hidden
@RestController
public final class ProblemErrorController implements ErrorController {

    private final ProblemWriter writer;

    ProblemErrorController(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // without a status it was asked for directly, so it is a page that does not exist
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        writer.write(ProblemReader.ofStatus(status instanceof Integer code ? code : 404), request, response);
    }
}
