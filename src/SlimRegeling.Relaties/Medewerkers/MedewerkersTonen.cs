using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>
/// For beheerders, and for the privacy officer to look: who signed in here, with which roles by the provider, and what was decided about them. They
/// are some hundreds, so a page of them is cut from all.
/// </summary>
public static class MedewerkersTonen
{
    private const int PerBladzijde = 50;

    /// <param name="Aantal">How many there are that were asked for.</param>
    public sealed record Lijst(IReadOnlyList<Regel> Medewerkers, int Aantal, int Bladzijde, int Bladzijden);

    public sealed record Regel(
        string Id,
        [property: Description("Het kenmerk dat de aanmelddienst geeft.")] string Kenmerk,
        [property: Description("De naam die een beheerder opschreef; ontbreekt als er geen is.")] string? Naam,
        [property: Description("De rollen bij de laatste aanmelding hier, volgens de aanmelddienst.")]
            IReadOnlyList<string> VolgensProvider,
        [property: Description("Rollen die hier zijn ingetrokken, ook als de aanmelddienst ze (nog) niet gaf.")]
            IReadOnlyList<string> Ingetrokken,
        [property: Description("Rollen die hier zijn toegekend.")] IReadOnlyList<string> Toegekend,
        [property: Description("Wat deze medewerker nu mag zijn.")] IReadOnlyList<string> Rollen,
        bool Geblokkeerd,
        [property: Description("Voorstellen die op bevestiging wachten.")] int Wacht
    );

    public sealed record Beeld(
        Regel Medewerker,
        [property: Description("De eerste keer; ontbreekt bij wie zich hier nooit aanmeldde.")] Instant? AangemeldOp,
        [property: Description("U bent dit zelf: een andere beheerder moet het doen.")] bool ZelfU,
        [property: Description("De aanmelddienst geeft rollen die niet samengaan.")] bool NietGescheiden,
        [property: Description("Wat op bevestiging wacht.")] IReadOnlyList<Voorstelbeeld> Voorstellen,
        [property: Description("Wie wat deed, het laatste eerst.")] IReadOnlyList<Stap> Geschiedenis
    );

    /// <param name="Hash">What is confirmed.</param>
    /// <param name="ZelfU">The caller proposed it, and cannot confirm it.</param>
    public sealed record Voorstelbeeld(
        int Voorstel,
        string Hash,
        Voorstelsoort Soort,
        string? Rol,
        string? Reden,
        string Door,
        bool ZelfU,
        Instant Op
    );

    /// <param name="Wat">
    /// <c>aangemeld</c>, <c>rol-ingetrokken</c>, <c>rol-toegekend</c>, <c>geblokkeerd</c>, <c>gedeblokkeerd</c>, <c>voorgesteld</c>,
    /// <c>teruggezonden</c> or <c>naam-gegeven</c>.
    /// </param>
    /// <param name="Door">Pseudonyms: one, or the two who decided it.</param>
    /// <param name="Rollen">What it is about; empty for the block.</param>
    /// <param name="Reden">Absent when none was asked, and when it was destroyed.</param>
    public sealed record Stap(
        string Wat,
        IReadOnlyList<string> Door,
        Instant Op,
        IReadOnlyList<string> Rollen,
        int? Voorstel = null,
        string? Reden = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/medewerkers", Zoek).Geeft<Lijst>().Voor(Rol.Beheerder, Rol.FunctionarisGegevensbescherming);
        api.MapGet("/medewerkers/{id}", Toon).Geeft<Beeld>().Voor(Rol.Beheerder, Rol.FunctionarisGegevensbescherming);
    }

    private static async Task<Uitkomst> Zoek(string? zoek, int? bladzijde, Werkeenheid<RelatiesContext> eenheid, CancellationToken ct)
    {
        var allen = await eenheid.Sessie.Query<Medewerker>().ToListAsync(ct);
        var namen = await Inhouden.Lees(eenheid.Sessie, allen.Select(m => m.Naam).OfType<Verwijzing>(), ct);
        var gezocht = zoek?.Trim() ?? "";
        List<Regel> gevonden =
        [
            .. allen
                .Select(m => Van(m, namen))
                .Where(r =>
                    r.Kenmerk.Contains(gezocht, StringComparison.OrdinalIgnoreCase)
                    || r.Naam?.Contains(gezocht, StringComparison.OrdinalIgnoreCase) == true
                )
                // What waits for someone comes first.
                .OrderBy(r => r.Wacht == 0)
                .ThenBy(r => r.Naam ?? r.Kenmerk, StringComparer.OrdinalIgnoreCase)
                .ThenBy(r => r.Kenmerk, StringComparer.Ordinal),
        ];
        var bladzijden = Math.Max(1, (gevonden.Count + PerBladzijde - 1) / PerBladzijde);
        var deze = Math.Clamp(bladzijde ?? 1, 1, bladzijden);
        return Uitkomst.Ok(new Lijst([.. gevonden.Skip((deze - 1) * PerBladzijde).Take(PerBladzijde)], gevonden.Count, deze, bladzijden));
    }

    private static async Task<Uitkomst> Toon(
        string id,
        Persoon persoon,
        Stroom<Medewerker> medewerkers,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        List<object> gebeurtenissen = [.. (await eenheid.Sessie.Events.FetchStreamAsync(id, token: ct)).Select(e => e.Data)];
        var inhouden = await Inhouden.Lees(eenheid.Sessie, gebeurtenissen.SelectMany(Verwijzingen), ct);
        return await medewerkers.Toon(
            id,
            medewerker => new Beeld(
                Van(medewerker, inhouden),
                medewerker.AangemeldOp,
                medewerker.Kenmerk == persoon.Onderwerp,
                medewerker.ZonderBlokkade.Any(rol =>
                    Functiescheiding.Tegenover(rol) is { } ander && medewerker.ZonderBlokkade.Contains(ander)
                ),
                [.. medewerker.Open.Select(v => Van(v.Inhoud, persoon.Onderwerp, inhouden))],
                [.. gebeurtenissen.AsEnumerable().Reverse().Select(e => Van(e, inhouden)).OfType<Stap>()]
            ),
            ct
        );
    }

    private static Regel Van(Medewerker medewerker, Inhouden namen) =>
        new(
            medewerker.Id,
            medewerker.Kenmerk,
            medewerker.Naam is { } hier ? namen.Zoek<Medewerkernaam>(hier)?.Naam : null,
            Namen(medewerker.VolgensProvider),
            Namen(medewerker.Correctie.Ingetrokken),
            Namen(medewerker.Correctie.Toegekend),
            Namen(medewerker.Rollen),
            medewerker.Correctie.Geblokkeerd,
            medewerker.Open.Count()
        );

    private static Voorstelbeeld Van(MedewerkervoorstelGedaan voorstel, string wie, Inhouden redenen) =>
        new(
            voorstel.Voorstel,
            voorstel.Voorstelhash,
            voorstel.Soort,
            voorstel.Rol?.Claimwaarde(),
            redenen.Zoek<Medewerkerreden>(voorstel.Reden)?.Tekst,
            voorstel.Door,
            voorstel.Door == wie,
            voorstel.Op
        );

    private static Stap? Van(object gebeurtenis, Inhouden redenen)
    {
        return gebeurtenis switch
        {
            MedewerkerAangemeld e => new("aangemeld", [e.Kenmerk], e.Op, Namen(e.Rollen)),
            RolIngetrokken e => new("rol-ingetrokken", [e.Door], e.Op, Namen([e.Rol]), Reden: Tekst(e.Reden)),
            RolToegekend e => new("rol-toegekend", e.Ondertekenaars, e.Op, Namen([e.Rol]), e.Voorstel),
            MedewerkerGeblokkeerd e => new("geblokkeerd", [e.Door], e.Op, [], Reden: Tekst(e.Reden)),
            MedewerkerGedeblokkeerd e => new("gedeblokkeerd", e.Ondertekenaars, e.Op, [], e.Voorstel),
            MedewerkervoorstelGedaan e => new(
                "voorgesteld",
                [e.Door],
                e.Op,
                e.Rol is { } rol ? Namen([rol]) : [],
                e.Voorstel,
                Tekst(e.Reden)
            ),
            MedewerkervoorstelTeruggezonden e => new("teruggezonden", [e.Door], e.Op, [], e.Voorstel, Tekst(e.Reden)),
            MedewerkernaamGegeven e => new("naam-gegeven", [e.Door], e.Op, []),
            _ => null,
        };

        string? Tekst(Verwijzing reden) => redenen.Zoek<Medewerkerreden>(reden)?.Tekst;
    }

    private static IEnumerable<Verwijzing> Verwijzingen(object gebeurtenis) =>
        gebeurtenis switch
        {
            RolIngetrokken e => [e.Reden],
            MedewerkerGeblokkeerd e => [e.Reden],
            MedewerkervoorstelGedaan e => [e.Reden],
            MedewerkervoorstelTeruggezonden e => [e.Reden],
            MedewerkernaamGegeven { Naam: { } naam } => [naam],
            _ => [],
        };

    private static IReadOnlyList<string> Namen(IEnumerable<Rol> rollen) => [.. rollen.Order().Select(r => r.Claimwaarde())];
}
