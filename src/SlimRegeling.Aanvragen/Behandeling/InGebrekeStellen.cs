using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>
/// An employee types in that the applicant reminded us in writing that no decision was taken in time (4:17, third paragraph, Awb), with the day on
/// which that was received; from two weeks later on a penalty runs. What was typed in by mistake, or was taken back, is declared void.
/// </summary>
public static class InGebrekeStellen
{
    private const string Artikel = "artikel 4:17, derde lid, Awb";
    private const int LangsteReden = 1_000;

    public sealed record Verzoek(
        [property: Description("De dag waarop de brief is ontvangen, niet die waarop hij is geschreven.")] LocalDate OntvangenOp
    );

    public sealed record Vervallenverklaring([property: Description("Waarom de ingebrekestelling niet (meer) geldt.")] string Reden);

    /// <summary>The reason as it is kept beside the stream.</summary>
    public sealed record Vervalreden(string Tekst);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{zaaknummer}/ingebrekestelling", Voer).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).Geeft<Bijgewerkt>();
        api.MapPost("/aanvragen/{zaaknummer}/ingebrekestelling/vervallenverklaring", Verklaar)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var tijdvak =
            await tijdvakken.Zoek(ingediend.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {ingediend.Tijdvak} of {zaaknummer} is not known.");
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await aanvragen.Schrijf(
            zaaknummer,
            aanvraag => Beslis(aanvraag, verzoek.OntvangenOp, Beslistermijn(aanvraag, tijdvak.Sluit, regels, nu), nu),
            ct
        );
    }

    private static Task<Uitkomst> Verklaar(
        Zaaknummer zaaknummer,
        Vervallenverklaring verzoek,
        Stroom<Aanvraag> aanvragen,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return aanvragen.Schrijf(
            zaaknummer,
            aanvraag => BeslisVerval(aanvraag, verzoek.Reden, reden => aanvragen.Bewaar(zaaknummer, new Vervalreden(reden)), nu),
            ct
        );
    }

    /// <summary>The last day to decide, by the rules of now.</summary>
    public static LocalDate Beslistermijn(Aanvraag aanvraag, Instant sluit, Regelstanden regels, Instant nu)
    {
        var ingediend = aanvraag.Ingediend!;
        return Termijnen.Beslistermijn(
            regels.Versie(ingediend.Regelversie, nu),
            ingediend.Aanvragertype,
            Moment.Dag(ingediend.Op),
            Moment.Dag(sluit),
            Opschorting.Van(aanvraag)
        );
    }

    /// <param name="beslissenUiterlijk">The last day to decide.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, LocalDate ontvangenOp, LocalDate beslissenUiterlijk, Instant nu)
    {
        if (ontvangenOp > Moment.Dag(nu))
        {
            return Weigering.Invoer(new Fout("ontvangenOp", "Deze dag komt nog. Vul de dag in waarop de brief is ontvangen.", Artikel));
        }
        if (aanvraag.Ingebreke is { } eerder)
        {
            return eerder.OntvangenOp == ontvangenOp
                ? Beslissing.Geen
                : Weigering.Van(
                    "al-in-gebreke",
                    $"Er is al een ingebrekestelling, ontvangen op {Datumtekst.Van(eerder.OntvangenOp)}. Klopt die dag niet? Verklaar haar dan eerst vervallen.",
                    Artikel
                );
        }
        if (aanvraag.Fase == Fase.Ingetrokken)
        {
            return Weigering.Van("ingetrokken", "Deze aanvraag is ingetrokken. Er hoeft niet meer te worden beslist.", Artikel);
        }
        if (Besloten(aanvraag) is { } besloten && besloten <= ontvangenOp)
        {
            return Weigering.Van(
                "al-besloten",
                $"Toen de brief kwam, was er al een besluit: van {Datumtekst.Van(besloten)}. De ingebrekestelling heeft geen gevolg.",
                Artikel
            );
        }
        return ontvangenOp <= beslissenUiterlijk
            ? Weigering.Van(
                "te-vroeg",
                $"De termijn om te beslissen loopt tot en met {Datumtekst.Van(beslissenUiterlijk)}. Een ingebrekestelling telt pas als die voorbij is. Laat dat de aanvrager weten.",
                Artikel
            )
            : new IngebrekestellingOntvangen(ontvangenOp, nu);
    }

    /// <param name="bewaar">Keeps the reason; called only when it is declared void.</param>
    public static Beslissing BeslisVerval(Aanvraag aanvraag, string reden, Func<string, Verwijzing> bewaar, Instant nu)
    {
        if (aanvraag.Ingebreke is not { } ingebreke)
        {
            return Weigering.Van(
                "niet-in-gebreke",
                "Bij deze aanvraag is geen ingebrekestelling. Er is niets te laten vervallen.",
                Artikel
            );
        }
        var tekst = reden.Trim();
        return tekst.Length is 0 or > LangsteReden
            ? Weigering.Invoer(new Fout("reden", $"Schrijf waarom de ingebrekestelling vervalt, in ten hoogste {LangsteReden} tekens."))
            : new IngebrekestellingVervallen(ingebreke.OntvangenOp, bewaar(tekst), nu);
    }

    /// <summary>The day of the decision on the application; null while there is none.</summary>
    internal static LocalDate? Besloten(Aanvraag aanvraag) =>
        aanvraag.BuitenBehandeling?.Besluitdatum
        ?? aanvraag.Besluiten.FirstOrDefault(b => b.Soort is Besluitsoort.Verlening or Besluitsoort.Afwijzing)?.Datum;
}
