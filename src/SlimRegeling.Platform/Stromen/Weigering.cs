using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Platform.Stromen;

/// <summary>One field that is wrong, in plain Dutch with what to do; the article when a rule of the scheme says so.</summary>
public sealed record Fout(string Veld, string Uitleg, string? Artikel = null);

/// <summary>An earlier case that stands in the way of this one.</summary>
/// <param name="Intrekking">Where it can be withdrawn (POST); absent when it cannot any more.</param>
public sealed record Eerdere(string Zaaknummer, string? Intrekking = null);

/// <summary>Why something does not happen: a stable code, an explanation in plain Dutch and the article of the rule.</summary>
public sealed record Weigering
{
    public required string Code { get; init; }

    public required string Uitleg { get; init; }

    /// <summary>HTTP status: 409 out of step, 422 wrong input, 404 unknown or not yours, 403 not this person.</summary>
    public int Status { get; init; } = StatusCodes.Status409Conflict;

    public string? Artikel { get; init; }

    public IReadOnlyList<Fout> Fouten { get; init; } = [];

    /// <summary>An earlier case of the caller that stands in the way.</summary>
    public Eerdere? Eerdere { get; init; }

    /// <summary>The step is not possible now.</summary>
    public static Weigering Van(string code, string uitleg, string? artikel = null) =>
        new()
        {
            Code = code,
            Uitleg = uitleg,
            Artikel = artikel,
        };

    /// <summary>This person may not take this step, though they may see the case (the same person twice, own interest).</summary>
    public static Weigering NietDoorU(string code, string uitleg, string? artikel = null) =>
        Van(code, uitleg, artikel) with
        {
            Status = StatusCodes.Status403Forbidden,
        };

    /// <summary>Fields are wrong; each is named.</summary>
    public static Weigering Invoer(params IReadOnlyList<Fout> fouten) =>
        new()
        {
            Code = "onjuiste-invoer",
            Uitleg = "Sommige gegevens kloppen niet. Verbeter de genoemde velden en stuur het bericht opnieuw.",
            Status = StatusCodes.Status422UnprocessableEntity,
            Fouten = fouten,
        };

    /// <summary>Unknown, or of someone else: the answer is the same, so that nobody learns what exists.</summary>
    public static Weigering NietGevonden(string id) =>
        new()
        {
            Code = "niet-gevonden",
            Uitleg = $"'{id}' is niet gevonden bij uw gegevens. Controleer het nummer, of meld u aan namens de juiste onderneming.",
            Status = StatusCodes.Status404NotFound,
        };
}
