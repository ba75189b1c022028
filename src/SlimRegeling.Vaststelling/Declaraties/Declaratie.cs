using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>Why an item of the budget cost so much more or less than was awarded for it (7.8, second paragraph, Kaderregeling).</summary>
/// <param name="Activiteit">A, B, C or D.</param>
/// <param name="Post">directe-loonkosten, externe-adviseur, overige-externe-kosten, loopbaantrajecten or praktijkleerplaatsen; absent of an activity of which the award tells no items, and in what was sent before they were asked.</param>
public sealed record Afwijking(string Activiteit, string Uitleg, string? Post = null);

/// <summary>A report or other document that the award asks for.</summary>
/// <param name="Code">Of the rule version, such as evaluatieverslag.</param>
/// <param name="Documenten">Ids of documents of the case.</param>
public sealed record Verslag(string Code, IReadOnlyList<string> Documenten);

/// <summary>What another than the minister contributed to the costs of the project (1.1 Kaderregeling).</summary>
/// <param name="Van">Who did.</param>
/// <param name="Bedrag">Euro.</param>
/// <param name="Partij">Of a partnership: KVK number of the party to whose costs it went; absent when the recipient is alone.</param>
public sealed record Bijdrage(string Van, decimal Bedrag, string? Partij = null);

/// <summary>What a recipient asks the settlement on.</summary>
/// <param name="Bijdragen">Of others; absent when nobody did.</param>
public sealed record Declaratie(
    IReadOnlyList<Kostenregel> Regels,
    string? Toelichting = null,
    IReadOnlyList<Afwijking>? Afwijkingen = null,
    IReadOnlyList<Verslag>? Verslagen = null,
    IReadOnlyList<Bijdrage>? Bijdragen = null
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

/// <summary>What an assessor judged of a line.</summary>
/// <param name="Regel">The id of the line.</param>
/// <param name="Uitkomst">aanvaard, gewijzigd or afgewezen.</param>
/// <param name="Bedrag">What counts of it, when gewijzigd; euro.</param>
/// <param name="Reden">
/// For the recipient, in a letter; as are the code and the article of what is not accepted as it is. Of what is accepted: why, where the program proposes
/// otherwise; it stands with the line and in no letter.
/// </param>
public sealed record Regeloordeel(
    string Regel,
    string Uitkomst,
    decimal? Bedrag = null,
    string? Reden = null,
    string? Code = null,
    string? Artikel = null
);

/// <summary>Whether the auditor's report was accepted: only then its fixed amount is paid. What is written is for the recipient.</summary>
/// <param name="Uitkomst">aanvaard or afgewezen.</param>
/// <param name="Reden">Of one that was not accepted, as are the code and the article.</param>
/// <param name="Code">controleverklaring-afgewezen.</param>
public sealed record Controleoordeel(string Uitkomst, string? Reden = null, string? Code = null, string? Artikel = null)
{
    /// <summary>Where its judgment stands in a request.</summary>
    public const string Veld = "controleverklaring";
}

/// <summary>What the assessor asks of the recipient, beside the stream.</summary>
public sealed record Declaratievraag(string Vraag);

/// <summary>What stands beside the stream of a settlement that is proposed on a declaration.</summary>
/// <param name="Reden">Of lower or nil, where that is a choice.</param>
/// <param name="Controleverklaring">Where the award asks an auditor's report.</param>
/// <param name="Verlagingsreden">Of what was taken off last; absent when nothing was.</param>
public sealed record Declaratiebeoordeling(
    IReadOnlyList<Regeloordeel> Regels,
    string? Reden = null,
    Controleoordeel? Controleverklaring = null,
    string? Verlagingsreden = null
);
