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

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// What judgments would come to, as far as they are given: the rules compute at once, and nothing is stored. A line that is not judged yet counts as what
/// is seen in it.
/// </summary>
public static class DeclaratieProef
{
    /// <summary>One line of the computation.</summary>
    public sealed record Bedragregel(string Omschrijving, decimal Bedrag, string Artikel);

    /// <param name="Signalen">What a program sees in the lines.</param>
    /// <param name="TeOordelen">Ids of the lines that are not judged yet.</param>
    /// <param name="Gevraagd">What is declared; euro, as below.</param>
    /// <param name="SubsidiabeleKosten">With the surcharge.</param>
    /// <param name="Vastgesteld">Lower, where the choice between lower and nil is not made yet.</param>
    /// <param name="NogTeBetalen">Below zero is to be claimed back.</param>
    /// <param name="Realisatie">onderzoek: someone has to choose between lower and nil.</param>
    /// <param name="Artikelen">By activity, by reason: the article of what is not accepted for it.</param>
    /// <param name="VraagtControle">Whether the auditor's report has to be judged; until that is done it counts.</param>
    public sealed record Beeld(
        IReadOnlyList<Signaleren.Signaal> Signalen,
        IReadOnlyList<string> TeOordelen,
        IReadOnlyList<Bedragregel> Berekening,
        decimal Gevraagd,
        decimal SubsidiabeleKosten,
        decimal Vastgesteld,
        decimal NogTeBetalen,
        Realisatiegevolg Realisatie,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Artikelen,
        bool VraagtControle
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verantwoordingen/{zaaknummer}/declaratie/beoordeling/proef", Voer)
            .Hoogstens(Declaratie.Grootste)
            .Voor(Rol.Beoordelaar)
            .SlaatNietsOp()
            .LegtInzageVast("proefdeclaratie")
            .Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        DeclaratieBeoordelen.Verzoek verzoek,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening } verantwoording)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (verantwoording.Declaratie is not { } ingediend || await eenheid.Lees<Declaratie>(ingediend.Inhoud, ct) is not { } declaratie)
        {
            return DeclaratieBeoordelen.NietIngediend;
        }
        var nu = moment.Nu;
        var versie = (await regelbron.Nu(ct)).Versie(opening.Regelversie, nu);
        verzoek = Oordeelcontrole.MetArtikelen(verzoek, declaratie, versie);
        List<Fout> fouten =
        [
            .. Oordeelcontrole.Fouten(verantwoording, declaratie, verzoek, versie, compleet: false),
            .. Controleoordelen.Fouten(verantwoording, verzoek.Controleverklaring, versie, compleet: false),
            .. Verlagingen.Fouten(verzoek.Verlaging),
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        return Reken(verantwoording, declaratie, verzoek, versie, nu) is { } beeld ? Uitkomst.Ok(beeld) : Grondslag.Onbekend;
    }

    /// <summary>Null when the award does not tell what it needs.</summary>
    public static Beeld? Reken(
        Verantwoording verantwoording,
        Declaratie declaratie,
        DeclaratieBeoordelen.Verzoek verzoek,
        Regelversie versie,
        Instant nu
    )
    {
        var signalen = Signaleren.Van(verantwoording, declaratie, versie);
        var perRegel = signalen.ToLookup(s => s.Regel);
        var oordelen = verzoek.Regels.ToDictionary(r => r.Regel);
        var open = declaratie.Regels.Where(r => !oordelen.ContainsKey(r.Id)).ToList();
        foreach (var regel in open)
        {
            oordelen.Add(regel.Id, Signaleren.Oordeel(regel, perRegel[regel.Id]));
        }
        var aanvaard = Grondslag.Aanvaard(declaratie, oordelen, versie);
        if (Grondslag.Van(verantwoording, declaratie, verzoek, aanvaard, versie, Moment.Dag(nu)) is not { } grondslag)
        {
            return null;
        }
        var uitkomst = Vaststellingsberekening.Bereken(versie, grondslag);
        var bedrag = Math.Max(uitkomst.Bedrag, verantwoording.Vaststelling?.Bedrag ?? 0);
        return new(
            signalen,
            [.. open.Select(r => r.Id)],
            Regels(uitkomst, bedrag),
            Grondslag.Gevraagd(declaratie, versie).Values.Sum(),
            uitkomst.SubsidiabeleKosten,
            bedrag,
            bedrag - verantwoording.AlTeBetalen,
            uitkomst.Realisatie.Gevolg,
            declaratie.Regels.Select(r => r.Activiteit).Distinct().ToDictionary(a => a, a => Kostenreden.Artikelen(versie, a)),
            Grondslag.VraagtControle(verantwoording, versie)
        );
    }

    /// <param name="bedrag">What is proposed: no less than was settled before.</param>
    internal static IReadOnlyList<Bedragregel> Regels(Vaststellingsuitkomst uitkomst, decimal bedrag) =>
        [.. uitkomst.Regels.Select(r => new Bedragregel(r.Omschrijving, r.Bedrag, r.Artikel)), .. NietLager(bedrag, uitkomst.Bedrag)];

    /// <summary>The line of what would be less than was settled before: who objects does not end worse off. None when it is not.</summary>
    internal static IEnumerable<Bedragregel> NietLager(decimal bedrag, decimal berekend) =>
        bedrag > berekend ? [new("Niet lager dan wij eerder vaststelden", bedrag, "7:11 Awb")] : [];
}
