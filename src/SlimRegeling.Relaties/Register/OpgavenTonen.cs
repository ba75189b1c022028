using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Register;

/// <summary>
/// The files for the central register, the newest first, each with who made it, who saw it delivered and what of it came late; and each made again, the same to
/// the byte. A file names cases: to read one is a view of each, and it is closed to who has an interest of their own in one.
/// </summary>
public static class OpgavenTonen
{
    public sealed record Beeld(
        string Opgave,
        Opgavestand Stand,
        [property: Description("De eerste laatste dag van wat erin staat.")] LocalDate Uiterlijk,
        int Nieuw,
        int Wijzigingen,
        int Intrekkingen,
        [property: Description("Wat de nieuwe en gewijzigde regels samen zijn.")] decimal Totaal,
        string Hash,
        string Indeling,
        [property: Description("onbevestigd: de indeling van het centrale register zelf is niet openbaar.")] string Indelingstatus,
        Instant Gemaakt,
        string GemaaktDoor,
        [property: Description("Ontbreekt zolang niemand heeft bevestigd dat het is geleverd.")] LocalDate? GeleverdOp = null,
        Instant? Bevestigd = null,
        string? BevestigdDoor = null,
        Instant? Vervallen = null,
        string? VervallenDoor = null,
        [property: Description("Waarom het is vervallen; ontbreekt als het dat niet is.")] string? Reden = null,
        [property: Description("Hoeveel regels na hun laatste dag zijn geleverd; ontbreekt zolang de levering niet is bevestigd.")]
            int? TeLaat = null
    );

    /// <param name="Regels">In the order of the file.</param>
    public sealed record Geheel(Beeld Opgave, IReadOnlyList<Regel> Regels);

    public sealed record Regel(
        string Kenmerk,
        Opgavesoort Soort,
        string KvkNummer,
        string Zaaknummer,
        decimal Bedrag,
        LocalDate VerleendOp,
        string Verordening,
        string Nace,
        LocalDate Uiterlijk,
        [property: Description("Zoals in het bestand; ontbreekt als die is vernietigd.")] string? Naam = null,
        [property: Description(
            "Zoveel dagen na de laatste dag geleverd, 0 als dat op tijd was; ontbreekt zolang de levering niet is bevestigd."
        )]
            int? DagenTeLaat = null
    );

    private const string Onbevestigd = "onbevestigd";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/steunregister/opgaven", Lijst).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/steunregister/opgaven/{opgave}", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("steunopgave")
            .Geeft<Geheel>();
        api.MapGet("/steunregister/opgaven/{opgave}/bestand", Geef)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("steunopgave")
            .Produces(200, contentType: Steunbestand.Mediatype);
    }

    private static async Task<Uitkomst> Lijst(Werkeenheid<RelatiesContext> eenheid, CancellationToken ct)
    {
        var opgaven = await eenheid.Sessie.QueryAsync<Steunopgave>("order by id desc", ct);
        var redenen = await Inhouden.Lees(eenheid.Sessie, opgaven.Select(o => o.Vervallen?.Reden).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(opgaven.Select(o => Van(o, redenen)).ToList());
    }

    private static async Task<Uitkomst> Toon(
        string opgave,
        Stroom<Steunopgave> opgaven,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        if (await opgaven.Lees(opgave, ct) is not { } stand)
        {
            return Weigering.NietGevonden(opgave);
        }
        Verwijzing?[] erbij = [stand.Vervallen?.Reden, stand.Gemaakt.Inhoud];
        var inhouden = await Inhouden.Lees(eenheid.Sessie, erbij.OfType<Verwijzing>(), ct);
        var namen = inhouden.Zoek<Opgavenamen>(stand.Gemaakt.Inhoud)?.Namen;
        var regels = stand
            .Gemaakt.Regels.Select(r => new Regel(
                r.Sleutel.Kenmerk,
                r.Soort,
                r.KvkNummer,
                r.Zaaknummer,
                r.Bedrag,
                r.VerleendOp,
                r.Verordening,
                r.Nace,
                r.Uiterlijk,
                namen?.GetValueOrDefault(r.KvkNummer),
                stand.DagenTeLaat(r)
            ))
            .ToList();
        return Uitkomst.Ok(new Geheel(Van(stand, inhouden), regels)) with { Zaken = stand.Zaken };
    }

    private static async Task<Uitkomst> Geef(
        string opgave,
        Stroom<Steunopgave> opgaven,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        if (await opgaven.Lees(opgave, ct) is not { } stand)
        {
            return Weigering.NietGevonden(opgave);
        }
        if (await eenheid.Lees<Opgavenamen>(stand.Gemaakt.Inhoud, ct) is not { } namen)
        {
            return Weigering.Van(
                "vernietigd",
                $"De namen in bestand {opgave} zijn vernietigd, tien jaar na de steun. Het bestand kan niet meer worden gemaakt.",
                "artikel 6, derde lid, Verordening (EU) 2023/2831"
            );
        }
        var bestand = Steunbestand.Schrijf(stand.Id, stand.Gemaakt.Regels, namen.Namen);
        if (Steunbestand.Hash(bestand) != stand.Gemaakt.Hash)
        {
            throw new InvalidDataException($"File {opgave} for the register made again is not what it was.");
        }
        return Uitkomst.Ok(new Bestand(bestand, Steunbestand.Mediatype, $"{stand.Id}.csv")) with { Zaken = stand.Zaken };
    }

    private static Beeld Van(Steunopgave opgave, Inhouden redenen)
    {
        var gemaakt = opgave.Gemaakt;
        return new(
            opgave.Id,
            opgave.Stand,
            gemaakt.Uiterlijk,
            gemaakt.Regels.Count(r => r.Soort == Opgavesoort.Nieuw),
            gemaakt.Regels.Count(r => r.Soort == Opgavesoort.Wijziging),
            gemaakt.Regels.Count(r => r.Soort == Opgavesoort.Intrekking),
            gemaakt.Regels.Sum(r => r.Bedrag),
            gemaakt.Hash,
            Steunbestand.Indeling,
            Onbevestigd,
            gemaakt.Op,
            gemaakt.Door,
            opgave.Bevestigd?.GeleverdOp,
            opgave.Bevestigd?.Op,
            opgave.Bevestigd?.Door,
            opgave.Vervallen?.Op,
            opgave.Vervallen?.Door,
            opgave.Vervallen is { } vervallen ? redenen.Zoek<string>(vervallen.Reden) : null,
            opgave.Bevestigd is null ? null : gemaakt.Regels.Count(r => opgave.DagenTeLaat(r) > 0)
        );
    }
}
