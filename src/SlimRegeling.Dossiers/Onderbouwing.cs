using NodaTime;
using NodaTime.Text;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers;

/// <summary>Why it was decided so: the rules' explanations and the assessor's words, as Aanvragen has them of the moment of the decision.</summary>
/// <param name="Beoordeeld">Whether it is that of an assessment; else it is what the form alone gives, on which nothing was decided.</param>
public sealed record Onderbouwing(
    IReadOnlyList<Onderbouwing.Toets> Toetsen,
    IReadOnlyList<Onderbouwing.Regel> Berekening,
    bool Beoordeeld = true
)
{
    /// <param name="Code">Of a requirement or a ground of the rule version.</param>
    /// <param name="Uitkomst">As the API says it, such as <c>nietVoldaan</c>.</param>
    /// <param name="Uitleg">One or more sentences, with the article.</param>
    /// <param name="Argument">What the assessor wrote.</param>
    public sealed record Toets(string Code, string Uitkomst, string Uitleg, string? Argument = null)
    {
        public bool IsNietVoldaan => Uitkomst == "nietVoldaan";
    }

    /// <param name="Bedrag">Euro.</param>
    public sealed record Regel(string Omschrijving, decimal Bedrag, string Artikel);
}

/// <summary>Why it was decided so on a change that the recipient asked, as Verlening keeps it.</summary>
public sealed record Wijzigingsargument(string Tekst);

/// <summary>
/// What was found of each activity when the subsidy was settled, as Vaststelling has it of that settlement, with the computation where it is less than the
/// award; of one on request also of each line that was not accepted as it was.
/// </summary>
/// <param name="Reden">Why lower or nil, where that is a choice.</param>
/// <param name="ZonderVerzoekNa">The last day that was given to ask for it, of one that was to be asked and was not.</param>
/// <param name="Ambtshalve">Whether nobody asked for it.</param>
/// <param name="ZonderSteekproef">Why no draw for the sample was waited for; null when there is nothing to explain.</param>
/// <param name="Verlaging">What was taken off last on a ground of its own; null when nothing was.</param>
public sealed record Vaststellingsoordelen(
    IReadOnlyList<Vaststellingsoordelen.Oordeel> Oordelen,
    IReadOnlyList<Vaststellingsoordelen.Correctie>? Correcties = null,
    IReadOnlyList<Onderbouwing.Regel>? Berekening = null,
    string? Reden = null,
    LocalDate? ZonderVerzoekNa = null,
    bool Ambtshalve = false,
    string? ZonderSteekproef = null,
    Vaststellingsoordelen.Lager? Verlaging = null
)
{
    /// <param name="Omdat">The ground, behind the word "omdat".</param>
    /// <param name="Bedrag">What was taken off, in euro.</param>
    /// <param name="Alleen">Whether without it the whole award would be settled.</param>
    /// <param name="Reden">What the assessor wrote; null when it was destroyed.</param>
    public sealed record Lager(string Omdat, string Artikel, decimal Bedrag, bool Alleen, string? Reden = null);

    /// <param name="Regel">What it is of, in the words of the recipient.</param>
    /// <param name="Gevraagd">Euro, as is what counts.</param>
    public sealed record Correctie(string Regel, decimal Gevraagd, decimal Aanvaard, string Reden, string Artikel);

    /// <param name="Soort">A, B or C.</param>
    /// <param name="Argument">What the assessor wrote; null when it was destroyed.</param>
    /// <param name="Bedrag">What of it could be established where nothing was declared, or counts of what was done for a part, in euro.</param>
    /// <param name="Aantal">How many were completed, of what is paid by the piece and was done for a part.</param>
    public sealed record Oordeel(string Soort, bool Uitgevoerd, string? Argument = null, decimal? Bedrag = null, int? Aantal = null);
}

/// <summary>What an assessor asks to complete a declaration with, as Vaststelling gives it.</summary>
public sealed record Declaratievraag(string Vraag);

/// <summary>
/// Asks why it was decided so when there is a letter to write: Aanvragen of an award or refusal, also on objection or by one that mends a mistake, and of
/// what must be completed; Verlening of a decision on objection, of one that mends a mistake, of one on a change and of a withdrawal; Vaststelling of a
/// settlement and of what must be completed for it; Betalingen of what is claimed back, and of interest. What is asked is kept in the letter only.
/// </summary>
public sealed class Onderbouwingen(Contextvraag contexten, Contextgegevens gegevens)
{
    private const string Verlening = "verlening";
    private const string Vaststelling = "vaststelling";
    private const string Betalingen = "betalingen";

    /// <param name="versie">The rules as they were when it was decided.</param>
    /// <param name="dag">The day of sending.</param>
    /// <exception cref="HttpRequestException">Who is asked does not answer now; later it may.</exception>
    /// <exception cref="InvalidDataException">The reasons that it was decided with, or what was written with it, are not there (any more).</exception>
    public async Task<Briefgeval> Geval(Briefopdracht opdracht, Regelversie versie, LocalDate dag, CancellationToken ct)
    {
        var motivering = await Motivering(opdracht, ct);
        return new(
            opdracht,
            versie,
            dag,
            await Van(opdracht, ct),
            motivering,
            await Toelichting(opdracht, ct),
            await Herstel(opdracht, ct),
            await Oordelen(opdracht, ct),
            motivering?.AfwijkingVanAdvies is null ? null : await Advies(opdracht.Bezwaar!, ct),
            await Vraag(opdracht, ct),
            await Wijziging(opdracht, ct),
            await Intrekking(opdracht, ct),
            await Vordering(opdracht, ct)
        );
    }

    private async Task<Declaratievraag?> Vraag(Briefopdracht opdracht, CancellationToken ct) =>
        opdracht.Declaratieaanvulling is { } b
            ? await gegevens.Haal<Declaratievraag>(
                Vaststelling,
                $"/verantwoordingen/{b.Zaaknummer}/declaratie/aanvullingsvraag",
                b.Hash,
                ct
            )
            : null;

    private async Task<Vorderingstekst?> Vordering(Briefopdracht opdracht, CancellationToken ct)
    {
        (string Vordering, Guid Tekst, string Hash)? gevraagd = opdracht switch
        {
            { Terugvordering: { } b } => (b.Besluit, b.Motivering, b.Hash),
            { Betaalherinnering: { } b } => (b.Vordering, b.Motivering, b.Hash),
            { Aanmaning: { } b } => (b.Vordering, b.Motivering, b.Hash),
            { Vorderingsbesluit: { } b } => (b.Vordering, b.Motivering, b.Hash),
            _ => null,
        };
        if (opdracht.Rentevergoeding is { } rente)
        {
            var plek = $"/betaalopdrachten/{rente.Betaalopdracht}/rentevergoeding/tekst?tekst={rente.Motivering}";
            return await gegevens.Haal<Vorderingstekst>(Betalingen, plek, rente.Hash, ct);
        }
        return gevraagd is { } tekst
            ? await gegevens.Haal<Vorderingstekst>(Betalingen, $"/vorderingen/{tekst.Vordering}/tekst?tekst={tekst.Tekst}", tekst.Hash, ct)
            : null;
    }

    private async Task<Intrekkingstekst?> Intrekking(Briefopdracht opdracht, CancellationToken ct)
    {
        (Guid Motivering, string Hash)? gevraagd = opdracht switch
        {
            { Intrekkingsvoornemen: { } b } => (b.Motivering, b.Hash),
            { Intrekking: { } b } => (b.Motivering, b.Hash),
            _ => null,
        };
        return gevraagd is { } tekst
            ? await gegevens.Haal<Intrekkingstekst>(
                Verlening,
                $"/verleningen/{opdracht.Zaaknummer}/intrekkingtekst?motivering={tekst.Motivering}",
                tekst.Hash,
                ct
            )
            : null;
    }

    private async Task<Bezwaarmotivering?> Motivering(Briefopdracht opdracht, CancellationToken ct) =>
        opdracht.Bezwaarbeslissing is { } b
            ? await gegevens.Haal<Bezwaarmotivering>(Verlening, $"/bezwaren/{b.Bezwaar}/motivering?motivering={b.Motivering}", b.Hash, ct)
            : null;

    // Null when no committee advised, or its advice was destroyed.
    private async Task<string?> Advies(string bezwaar, CancellationToken ct) =>
        (await contexten.Stel<Commissieadvies>(Verlening, $"/bezwaren/{bezwaar}/commissieadvies", ct))?.Tekst;

    private async Task<Aanvullingstoelichting?> Toelichting(Briefopdracht opdracht, CancellationToken ct) =>
        opdracht.Aanvulling is { Toelichtinghash: { } hash } b
            ? await gegevens.Haal<Aanvullingstoelichting>(
                Zaakwijzer.Aanvragen,
                $"/aanvragen/{b.Zaaknummer}/aanvullingstoelichting",
                hash,
                ct
            )
            : null;

    private async Task<Hersteltekst?> Herstel(Briefopdracht opdracht, CancellationToken ct) =>
        opdracht.Herstel is { } b
            ? await gegevens.Haal<Hersteltekst>(
                Verlening,
                $"/verleningen/{b.Zaaknummer}/hersteltekst?toelichting={b.Motivering}",
                b.Hash,
                ct
            )
            : null;

    private async Task<Wijzigingsargument?> Wijziging(Briefopdracht opdracht, CancellationToken ct) =>
        opdracht.Wijziging is { } b
            ? await gegevens.Haal<Wijzigingsargument>(
                Verlening,
                $"/verleningen/{b.Zaaknummer}/wijzigingstekst?motivering={b.Motivering}",
                b.Hash,
                ct
            )
            : null;

    // Null when the letter tells of no assessment, and when Aanvragen has nothing (any more) to explain.
    private async Task<Onderbouwing?> Van(Briefopdracht opdracht, CancellationToken ct)
    {
        // On objection or to mend a mistake it rests on an assessment of its own, which Aanvragen may have before it hears of the decision.
        var opnieuw = opdracht switch
        {
            { Bezwaarbeslissing.Gevolg: "verlenen" or "wijzigen" or "afwijzen" } => true,
            { Herstel.Gevolg: not null } => true,
            _ => false,
        };
        if (!opnieuw && opdracht is { Verlening: null, Afwijzing: null })
        {
            return null;
        }
        var op = Uri.EscapeDataString(InstantPattern.ExtendedIso.Format(opdracht.Op));
        var besluit = opnieuw ? $"&besluit={Uri.EscapeDataString(opdracht.Besluit!)}" : "";
        var gevonden = await contexten.Stel<Onderbouwing>(
            Zaakwijzer.Aanvragen,
            $"/aanvragen/{opdracht.Zaaknummer}/onderbouwing?op={op}{besluit}",
            ct
        );
        return gevonden is { Beoordeeld: true } ? gevonden : null;
    }

    // Null when Vaststelling has nothing (any more) to explain.
    private async Task<Vaststellingsoordelen?> Oordelen(Briefopdracht opdracht, CancellationToken ct) =>
        opdracht.Vaststelling is { } b
            ? await contexten.Stel<Vaststellingsoordelen>(
                Vaststelling,
                $"/verantwoordingen/{b.Zaaknummer}/onderbouwing?besluit={Uri.EscapeDataString(b.Besluit)}",
                ct
            )
            : null;
}
