using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace PledgeMiner.App.Accounts;

/// <summary>What the pages of accounts link to that is no page.</summary>
internal static class AccountEndpoints
{
    public const string Export = "/audit/export";

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", async (SignInManager<Account> signIn, LiveAccounts accounts, Sessions sessions, AuditLog audit, IAntiforgery forgery, HttpContext http) =>
        {
            if (!await forgery.IsRequestValidAsync(http)) return Results.Problem("This form was not sent from a page of ours: load the page again.", statusCode: StatusCodes.Status400BadRequest);
            if (await accounts.FindAsync(http.User) is { } person) await audit.WriteAsync(person, AuditActs.SignOut, person.Name);
            await sessions.EndAsync(http.User);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });
        app.MapGet(Export, ExportAsync).RequireAuthorization(Policies.ManagePeople);
    }

    private static async Task<IResult> ExportAsync(LiveAccounts accounts, AuditLog audit, HttpContext http, string? format, string? who, [FromQuery] DateOnly? from, [FromQuery] DateOnly? to)
    {
        if (format is not ("csv" or "jsonl")) return Results.Problem($"The format '{format}' is not known: ask for csv or jsonl.", statusCode: StatusCodes.Status400BadRequest);
        if (await accounts.FindAsync(http.User) is not { } person) return Results.Unauthorized();
        var filter = new AuditFilter(who, from, to);
        await audit.WriteAsync(person, AuditActs.Export, format, JsonSerializer.Serialize(filter));
        return Results.Stream(x => AuditExport.WriteAsync(audit.ReadAsync(filter, http.RequestAborted), x, format == "csv"), format == "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8", $"audit.{format}");
    }
}
