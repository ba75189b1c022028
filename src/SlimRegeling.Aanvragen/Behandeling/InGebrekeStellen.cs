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
        if (await Sluiting(zaaknummer, aanvragen, tijdvakken, ct) is not { } sluit)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await aanvragen.Schrijf(
            zaaknummer,
            aanvraag => Beslis(aanvraag, verzoek.OntvangenOp, Beslistermijn(aanvraag, sluit, regels, nu), nu),
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

    /// <summary>When the window of a case closed, from which its term to decide counts; null when nothing was submitted under that number.</summary>
    internal static async Task<Instant?> Sluiting(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Aanvraagtijdvakken tijdvakken,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend })
        {
            return null;
        }
        var tijdvak =
            await tijdvakken.Zoek(ingediend.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {ingediend.Tijdvak} of {zaaknummer} is not known.");
        return tijdvak.Sluit;
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
        var eerder = aanvraag.Ingebreke?.OntvangenOp;
        if (eerder == ontvangenOp)
        {
            return Beslissing.Geen;
        }
        if (aanvraag.Fase == Fase.Ingetrokken)
        {
            return Weigering.Van(
                "ingetrokken",
                "Deze aanvraag is ingetrokken. Er hoeft niet meer te worden beslist.",
                Ingebrekestelling.Artikel
            );
        }
        return Ingebrekestelling.Weiger(ontvangenOp, eerder, Besloten(aanvraag), beslissenUiterlijk, Moment.Dag(nu)) is { } weigering
            ? weigering
            : new IngebrekestellingOntvangen(ontvangenOp, nu);
    }

    /// <param name="bewaar">Keeps the reason; called only when it is declared void.</param>
    public static Beslissing BeslisVerval(Aanvraag aanvraag, string reden, Func<string, Verwijzing> bewaar, Instant nu) =>
        Ingebrekestelling.WeigerVerval(aanvraag.Ingebreke is not null, reden) is { } weigering
            ? weigering
            : new IngebrekestellingVervallen(aanvraag.Ingebreke!.OntvangenOp, bewaar(reden.Trim()), nu);

    /// <summary>The day of the decision on the application; null while there is none.</summary>
    internal static LocalDate? Besloten(Aanvraag aanvraag) =>
        aanvraag.BuitenBehandeling?.Besluitdatum
        ?? aanvraag.Besluiten.FirstOrDefault(b => b.Soort is Besluitsoort.Verlening or Besluitsoort.Afwijzing)?.Datum;
}
