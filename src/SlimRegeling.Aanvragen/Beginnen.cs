using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>Where case numbers come from: chance, or in example play a seeded row.</summary>
public delegate Zaaknummer Zaaknummerbron();

/// <summary>
/// Makes a draft in a window and draws the case number; from the opening of registration until the window closes. It is empty, or begins as what
/// the same enterprise wrote for another window.
/// </summary>
public static class Beginnen
{
    // Each can carry documents and invitations.
    private const int MeesteConcepten = 25;

    /// <param name="Uit">Number of the draft or application of which the form is taken over.</param>
    public sealed record Verzoek(
        string Tijdvak,
        [property: Description("Nummer van uw eerdere concept of aanvraag: het formulier daarvan wordt overgenomen.")] string? Uit = null
    );

    public sealed record Antwoord(
        string Zaaknummer,
        [property: Description("Wat niet is overgenomen, of niet past bij de regels van dit tijdvak. Pas dat aan voor u indient.")]
            IReadOnlyList<Fout>? PastNiet = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Antwoord>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Aanvraagtijdvakken tijdvakken,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Sluitingsnavraag navraag,
        Zaaknummerbron bron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var tijdvak = await tijdvakken.Zoek(verzoek.Tijdvak, ct);
        var weigering = Weiger(persoon.KvkNummer, verzoek.Tijdvak, tijdvak, nu);
        if (weigering?.Code == TeLaat.Code)
        {
            weigering = await navraag.Vraag(tijdvak!.Id, ct) is { } sluit
                ? Weiger(persoon.KvkNummer, verzoek.Tijdvak, tijdvak = tijdvak with { Sluit = sluit }, nu)
                : TeLaat.Onzeker(tijdvak, null);
        }
        if (weigering?.Code == TeLaat.Code)
        {
            var volgende = await tijdvakken.Volgende(tijdvak!, nu, ct);
            weigering = Weiger(persoon.KvkNummer, verzoek.Tijdvak, tijdvak, nu, volgende);
        }
        if (weigering is not null)
        {
            return weigering;
        }
        if (await Open(eenheid.Sessie, persoon.KvkNummer!, verzoek.Tijdvak, ct) >= MeesteConcepten)
        {
            return Weigering.Van(
                "te-veel-concepten",
                $"Uw onderneming heeft in dit tijdvak al {MeesteConcepten} concepten die niet zijn ingediend. Ga verder in een van die concepten."
            );
        }
        Formulier? eerder = null;
        if (verzoek.Uit is { } uit && (eerder = await Eerder(uit, eenheid, ct)) is null)
        {
            return Weigering.NietGevonden(uit);
        }
        string zaaknummer = bron();
        var formulier = eerder is null ? new Formulier() : Overnemen.Formulier(eerder);
        eenheid.Sessie.Insert(new Concept(zaaknummer, persoon.KvkNummer!, verzoek.Tijdvak, formulier, null, persoon.Intermediair));
        Herinneren.Overslaan(eenheid.Sessie, zaaknummer, tijdvak!.Sluit, nu);
        var pastNiet = eerder is null
            ? null
            : Overnemen.PastNiet(eerder, tijdvak!, (await regelbron.Nu(ct)).Versie(tijdvak!.Regelversie, nu));
        return Uitkomst.Gemaakt($"/aanvragen/{zaaknummer}", new Antwoord(zaaknummer, pastNiet));
    }

    private static Task<int> Open(IDocumentSession sessie, string kvkNummer, string tijdvak, CancellationToken ct) =>
        sessie.Query<Concept>().CountAsync(c => c.KvkNummer == kvkNummer && c.Tijdvak == tijdvak && c.Ontvangen == null, ct);

    /// <summary>The form of a draft, or as it counts once it was submitted; null when there is none for this caller.</summary>
    private static async Task<Formulier?> Eerder(string zaaknummer, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct) =>
        await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is { } concept && eenheid.MagZien(concept)
            ? await Formulierzicht.Van(concept, eenheid, ct)
            : null;

    public static Weigering? Weiger(string? kvkNummer, string id, Aanvraagtijdvak? tijdvak, Instant nu, Aanvraagtijdvak? volgende = null)
    {
        if (kvkNummer is null)
        {
            return Weigering.NietDoorU("geen-onderneming", "Meld u aan namens de onderneming waarvoor u aanvraagt.", "artikel 2.8");
        }
        if (tijdvak is null)
        {
            return Weigering.Invoer(new Fout("tijdvak", $"Tijdvak '{id}' bestaat niet. Kies een tijdvak uit de lijst.", "artikel 2.6"));
        }
        if (nu < tijdvak.RegistratieVanaf)
        {
            return Weigering.Van(
                "registratie-nog-niet-open",
                $"U kunt een aanvraag klaarzetten vanaf {TeLaat.Tekst(tijdvak.RegistratieVanaf.Value)}. Kom dan terug.",
                "artikel 2.6"
            );
        }
        return nu >= tijdvak.Sluit ? TeLaat.Gesloten(tijdvak, volgende, null, nu) : null;
    }
}
