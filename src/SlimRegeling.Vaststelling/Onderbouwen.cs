using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Why a settlement came to its amount: of each activity whether it was done, and what the assessor wrote about it (3:46 Awb); of a settlement on request
/// also of each line that was not accepted as it was, and the computation. For the letter that tells of it, which has to hold the reasons (3:47).
/// </summary>
public static class Onderbouwen
{
    /// <param name="Soort">A, B or C.</param>
    /// <param name="Argument">What the assessor wrote; absent when it was destroyed.</param>
    /// <param name="Bedrag">What of it could be established without a declaration, or counts of what was done for a part, in euro; absent of any
    /// other.</param>
    /// <param name="Aantal">How many were completed, of what is paid by the piece and was done for a part.</param>
    public sealed record Oordeel(string Soort, bool Uitgevoerd, string? Argument = null, decimal? Bedrag = null, int? Aantal = null);

    /// <summary>A line of the declaration that was not accepted as it was.</summary>
    /// <param name="Regel">What it is of, in the words of the recipient; its id when there are none.</param>
    /// <param name="Gevraagd">Euro, as is what counts.</param>
    public sealed record Correctie(string Regel, decimal Gevraagd, decimal Aanvaard, string Reden, string Artikel);

    /// <param name="Correcties">Absent of a settlement that nobody asked for; and when they were destroyed.</param>
    /// <param name="Berekening">Absent of a settlement that nobody asked for and that is the whole award.</param>
    /// <param name="Reden">Why lower or nil, where that is a choice.</param>
    /// <param name="ZonderVerzoekNa">The last day that was given to ask for it, of one that was to be asked and was not.</param>
    /// <param name="Ambtshalve">Whether nobody asked for it.</param>
    /// <param name="ZonderSteekproef">Why no draw for the sample was waited for; absent when a drawn list held the case, or none is needed.</param>
    /// <param name="Verlaging">What was taken off last; absent when nothing was.</param>
    public sealed record Beeld(
        IReadOnlyList<Oordeel> Oordelen,
        IReadOnlyList<Correctie>? Correcties = null,
        IReadOnlyList<DeclaratieProef.Bedragregel>? Berekening = null,
        string? Reden = null,
        LocalDate? ZonderVerzoekNa = null,
        bool Ambtshalve = false,
        string? ZonderSteekproef = null,
        Verlagingsgebeurd? Verlaging = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/onderbouwing", Voer).Voor(Rol.Dienst).Geeft<Beeld>();

    /// <param name="besluit">Number of the settlement, or that which the proposal that lies ready would have.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string besluit,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        CancellationToken ct
    )
    {
        var gebeurd = await Gebeurd(zaaknummer.ToString(), eenheid, ct);
        if ((Voorstel(gebeurd, besluit) ?? Voorgelegd(zaaknummer, gebeurd, besluit)) is not { } voorstel)
        {
            return Weigering.NietGevonden(besluit);
        }
        var regels = await regelbron.Nu(ct);
        var voor = gebeurd.TakeWhile(e => !ReferenceEquals(e, voorstel)).Cast<Gebeurtenis>();
        var stand = Na(zaaknummer, voor);
        var versie = regels.Toen(voorstel.Regelhash).Versie(stand.Opening!.Regelversie, voorstel.Op);
        if (voorstel.Afrekening is not { } afrekening)
        {
            var argumenten = await Argumenten(voorstel, eenheid, ct);
            return Uitkomst.Ok(
                new Beeld(
                    Van(voorstel, argumenten),
                    Berekening: Ambtshalveberekening.Van(stand, voorstel, versie),
                    ZonderVerzoekNa: voorstel.ZonderVerzoek?.Termijn,
                    Ambtshalve: true,
                    ZonderSteekproef: Steekproefeis.Reden(voorstel, argumenten),
                    Verlaging: Verlagingsgebeurd.Van(voorstel, stand.Opening!, argumenten?.GetValueOrDefault(Verlagingen.Redensleutel))
                )
            );
        }
        var declaratie = await eenheid.Lees<Declaratie>(afrekening.Declaratie, ct);
        var beoordeling = await eenheid.Lees<Declaratiebeoordeling>(voorstel.Argumenten, ct);
        return Uitkomst.Ok(
            new Beeld(
                Van(voorstel, null),
                declaratie is null || beoordeling is null ? null : Correcties(declaratie, beoordeling, versie),
                DeclaratieTonen.Berekening(stand, voorstel, regels),
                // It can be written also where there is nothing to choose.
                afrekening.Nihil
                    is null
                    ? null
                    : beoordeling?.Reden,
                Verlaging: Verlagingsgebeurd.Van(voorstel, stand.Opening!, beoordeling?.Verlagingsreden)
            )
        );
    }

    /// <summary>None when there is no such settlement.</summary>
    internal static async Task<IReadOnlyList<Oordeel>> Lees(
        string zaaknummer,
        string besluit,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    ) =>
        Voorstel(await Gebeurd(zaaknummer, eenheid, ct), besluit) is { } voorstel
            ? Van(voorstel, await Argumenten(voorstel, eenheid, ct))
            : [];

    /// <summary>
    /// Of each line that was not accepted as it was, in the order of the declaration; and of the auditor's report, when its amount is not paid.
    /// </summary>
    public static IReadOnlyList<Correctie> Correcties(Declaratie declaratie, Declaratiebeoordeling beoordeling, Regelversie versie)
    {
        var oordelen = beoordeling.Regels.ToDictionary(r => r.Regel, StringComparer.Ordinal);
        return
        [
            .. from regel in declaratie.Regels
            where oordelen.ContainsKey(regel.Id)
            let oordeel = oordelen[regel.Id]
            where oordeel.Uitkomst != Regeluitkomst.Aanvaard
            select new Correctie(
                Naam(regel),
                Regelbedrag.Gevraagd(versie, regel),
                oordeel.Uitkomst == Regeluitkomst.Gewijzigd ? oordeel.Bedrag ?? 0m : 0m,
                oordeel.Reden ?? "",
                oordeel.Artikel ?? ""
            ),
            .. beoordeling.Controleverklaring is { Uitkomst: Regeluitkomst.Afgewezen } controle
                ? (Correctie[])
                    [
                        new(
                            "controleverklaring",
                            versie.Zoek(Parameters.BedragControleverklaring) ?? 0m,
                            0m,
                            controle.Reden ?? "",
                            controle.Artikel ?? ""
                        ),
                    ]
                : [],
        ];
    }

    private static string Naam(Kostenregel regel)
    {
        string?[] delen =
        [
            regel.Leverancier,
            regel.Factuurnummer is { Length: > 0 } nummer ? $"factuur {nummer}" : null,
            regel.Medewerker,
            regel.Week is { } week ? $"week van {Datumtekst.Van(week)}" : null,
            regel.Omschrijving,
        ];
        return string.Join(", ", delen.Where(d => !string.IsNullOrWhiteSpace(d)).DefaultIfEmpty($"regel {regel.Id}"));
    }

    private static async Task<List<object>> Gebeurd(string zaaknummer, Werkeenheid<VaststellingContext> eenheid, CancellationToken ct) =>
        [.. (await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct)).Select(e => e.Data)];

    // What was written by line is told by line.
    private static async Task<Dictionary<string, string>?> Argumenten(
        Voorgesteld voorstel,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    ) => voorstel.Afrekening is null ? await eenheid.Lees<Dictionary<string, string>>(voorstel.Argumenten, ct) : null;

    /// <summary>The proposal that was signed as this settlement; another can have been made since.</summary>
    public static Voorgesteld? Voorstel(IReadOnlyList<object> gebeurd, string besluit) =>
        gebeurd.OfType<Vastgesteld>().FirstOrDefault(v => v.Besluit == besluit) is { } vastgesteld
            ? gebeurd.OfType<Voorgesteld>().LastOrDefault(v => v.Voorstelhash == vastgesteld.Voorstelhash)
            : null;

    /// <summary>The proposal that would be signed as this settlement, for the letter that is shown before it is.</summary>
    private static Voorgesteld? Voorgelegd(Zaaknummer zaaknummer, List<object> gebeurd, string besluit) =>
        Na(zaaknummer, gebeurd.Cast<Gebeurtenis>()) is { LigtVoor: not null } stand && Ondertekenen.Nummer(zaaknummer, stand) == besluit
            ? gebeurd.OfType<Voorgesteld>().LastOrDefault()
            : null;

    private static Verantwoording Na(Zaaknummer zaaknummer, IEnumerable<Gebeurtenis> gebeurd) =>
        gebeurd.Aggregate(Vouw.Begin<Verantwoording>(zaaknummer.ToString()), (s, e) => Vouw.Volg(s, e));

    /// <param name="argumenten">By activity; null when they were destroyed.</param>
    public static IReadOnlyList<Oordeel> Van(Voorgesteld voorstel, IReadOnlyDictionary<string, string>? argumenten) =>
        [
            .. voorstel
                .Uitgevoerd.Select(soort => (Soort: soort, Uitgevoerd: true))
                .Concat(voorstel.NietUitgevoerd.Select(soort => (Soort: soort, Uitgevoerd: false)))
                .OrderBy(o => o.Soort, StringComparer.Ordinal)
                .Select(o => new Oordeel(
                    o.Soort,
                    o.Uitgevoerd,
                    argumenten?.GetValueOrDefault(o.Soort),
                    voorstel.ZonderVerzoek?.PerActiviteit.GetValueOrDefault(o.Soort) ?? Deel(voorstel.Gedeeltelijk?.PerActiviteit, o.Soort),
                    Deel(voorstel.Gedeeltelijk?.Aantallen, o.Soort)
                )),
        ];

    private static T? Deel<T>(IReadOnlyDictionary<string, T>? perActiviteit, string soort)
        where T : struct => perActiviteit is not null && perActiviteit.TryGetValue(soort, out var deel) ? deel : null;
}
