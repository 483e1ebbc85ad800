package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.handrail.followup.publishing.Moves;
import org.handrail.followup.publishing.SteeringMoves;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves of those enrolled to a version that was published: how far they are; pause, resume, cancel. */
@Tag(name = "Moves", description = "Moving those enrolled to a new version, in the background; for admins")
@RestController
@RequestMapping("/api/v1/schedules")
class MovesApi {

    private final Moves moves;
    private final SteeringMoves steering;
    private final Views views;

    MovesApi(Moves moves, SteeringMoves steering, Views views) {
        this.moves = moves;
        this.steering = steering;
        this.views = views;
    }

    @Operation(summary = "Moves of a schedule", description = "Newest first.")
    @GetMapping("/{id}/moves")
    List<MoveView> of(@PathVariable String id) {
        return views.moves(moves.of(id));
    }

    @Operation(summary = "One move", description = "With how far it is and how long it still takes.")
    @ApiResponse(responseCode = "200", description = "The move")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @GetMapping("/moves/{move}")
    MoveView one(@PathVariable UUID move) {
        return moves.find(move).map(views::move).orElseThrow(MovesApi::unknown);
    }

    @Operation(summary = "Pause a move", description = "After the batch under way. Those moved stay moved.")
    @ApiResponse(responseCode = "200", description = "It is paused")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "It is done or cancelled")
    @PostMapping("/moves/{move}/pause")
    MoveView pause(@PathVariable UUID move, @AuthenticationPrincipal SignedIn me) {
        return answer(steering.pause(move, me.account()));
    }

    @Operation(summary = "Let a move go on")
    @ApiResponse(responseCode = "200", description = "It is running")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "It is done or cancelled")
    @PostMapping("/moves/{move}/resume")
    MoveView resume(@PathVariable UUID move, @AuthenticationPrincipal SignedIn me) {
        return answer(steering.resume(move, me.account()));
    }

    @Operation(summary = "Cancel a move",
            description = "Those moved stay moved, the others stay with their version. To undo a move, roll back.")
    @ApiResponse(responseCode = "200", description = "It is cancelled")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "It is done")
    @PostMapping("/moves/{move}/cancel")
    MoveView cancel(@PathVariable UUID move, @AuthenticationPrincipal SignedIn me) {
        return answer(steering.cancel(move, me.account()));
    }

    private MoveView answer(SteeringMoves.Outcome outcome) {
        if (outcome instanceof SteeringMoves.Steered steered) {
            return views.move(steered.move());
        }
        if (outcome instanceof SteeringMoves.Ended ended) {
            throw Problem.conflict("move-ended",
                    "The move is " + ended.move().state().name().toLowerCase(Locale.ROOT) + ".")
                    .with("move", views.move(ended.move()));
        }
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.notFound("There is no move with this id.");
    }
}
