using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>Why an activity cost so much more or less than was awarded for it.</summary>
public sealed record Afwijking(string Activiteit, string Uitleg);

/// <summary>A report or other document that the award asks for.</summary>
/// <param name="Code">Of the rule version, such as evaluatieverslag.</param>
/// <param name="Documenten">Ids of documents of the case.</param>
public sealed record Verslag(string Code, IReadOnlyList<string> Documenten);

/// <summary>What a recipient asks the settlement on.</summary>
public sealed record Declaratie(
    IReadOnlyList<Kostenregel> Regels,
    string? Toelichting = null,
    IReadOnlyList<Afwijking>? Afwijkingen = null,
    IReadOnlyList<Verslag>? Verslagen = null
)
{
    /// <summary>The largest message that holds one, or the judgments of one, in bytes.</summary>
    public const long Grootste = 12 * 1024 * 1024;

    public static Declaratie Leeg { get; } = new([]);
}

/// <summary>What an assessor can find of a line.</summary>
public static class Regeluitkomst
{
    public const string Aanvaard = "aanvaard";
    public const string Gewijzigd = "gewijzigd";
    public const string Afgewezen = "afgewezen";

    public static IReadOnlyList<string> Alle { get; } = [Aanvaard, Gewijzigd, Afgewezen];
}

/// <summary>Why a line is not accepted as it is.</summary>
public static class Regelreden
{
    public const string Tarief = "tarief";
    public const string Periode = "periode";
    public const string GeenFactuur = "geen-factuur";
    public const string GeenBetaalbewijs = "geen-betaalbewijs";
    public const string Btw = "btw";
    public const string Dubbel = "dubbel";
    public const string Uren = "uren";

    public static IReadOnlyList<string> Alle { get; } =
    [
        Tarief,
        Periode,
        GeenFactuur,
        GeenBetaalbewijs,
        Btw,
        Dubbel,
        Uren,
        "verbonden-leverancier",
        "opleiding",
        "overhead",
        "loonverlet",
        "andere-subsidie",
        "niet-redelijk",
        "anders",
    ];
}

/// <summary>What an assessor judged of a line.</summary>
/// <param name="Regel">The id of the line.</param>
/// <param name="Uitkomst">aanvaard, gewijzigd or afgewezen.</param>
/// <param name="Bedrag">What counts of it, when gewijzigd; euro.</param>
/// <param name="Reden">For the recipient, in a letter; as are the code and the article of what is not accepted as it is.</param>
public sealed record Regeloordeel(
    string Regel,
    string Uitkomst,
    decimal? Bedrag = null,
    string? Reden = null,
    string? Code = null,
    string? Artikel = null
);

/// <summary>What the assessor asks of the recipient, beside the stream.</summary>
public sealed record Declaratievraag(string Vraag);

/// <summary>What stands beside the stream of a settlement that is proposed on a declaration.</summary>
/// <param name="Reden">Of lower or nil, where that is a choice.</param>
public sealed record Declaratiebeoordeling(IReadOnlyList<Regeloordeel> Regels, string? Reden = null);
