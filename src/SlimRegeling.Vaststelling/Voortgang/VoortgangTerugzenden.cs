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

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>
/// An assessor sends a progress report back that tells too little to advance money on. The recipient reports again, within the term of a completion; what is
/// late is taken too.
/// </summary>
public static class VoortgangTerugzenden
{
    private const string Artikel = "2.18, eerste lid";
    private const int Langst = 4_000;

    /// <param name="Reden">What must be different, for the recipient.</param>
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verantwoordingen/{zaaknummer}/voortgang/terugzending", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verantwoording> verantwoordingen,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        return await verantwoordingen.Schrijf(
            zaaknummer,
            verantwoording =>
                Beslis(
                    verantwoording,
                    verzoek.Reden,
                    tekst => verantwoordingen.Bewaar(zaaknummer, tekst),
                    persoon.Onderwerp,
                    regels,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the report goes back.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Verantwoording verantwoording,
        string reden,
        Func<Voortgangstekst, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if (verantwoording.Opening is not { } opening)
        {
            return Weigering.NietGevonden(verantwoording.Id);
        }
        switch (verantwoording)
        {
            case { Vaststelling: { } vastgesteld }:
                return Weigering.Van(
                    "al-vastgesteld",
                    $"De subsidie is al vastgesteld bij besluit {vastgesteld.Besluit}. Een nieuw verslag is niet nodig.",
                    Artikel
                );
            case { TweedeVoorschot: { } tweede }:
                return Weigering.Van(
                    "al-afgehandeld",
                    $"Op dit verslag is het tweede voorschot al toegekend, bij besluit {tweede.Besluit}. Terugzenden kan niet meer.",
                    Artikel
                );
            case { Declaratie: not null }:
                return Weigering.Van(
                    "declaratie-ingediend",
                    "De ontvanger vroeg al om de vaststelling. Een nieuw verslag is niet nodig. Beoordeel de declaratie.",
                    Artikel
                );
            case { Verslag: null }:
                return Weigering.Van(
                    "geen-verslag",
                    "Er is geen voortgangsverslag om terug te zenden. Wacht tot de ontvanger het stuurt.",
                    Artikel
                );
        }
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > Langst)
        {
            return Weigering.Invoer(
                new Fout("reden", $"Schrijf op wat er anders moet, in ten hoogste {Langst} tekens. De ontvanger leest dit.", "3:46 Awb")
            );
        }
        var versie = regels.Versie(opening.Regelversie, nu);
        return new VoortgangTeruggezonden(
            opening.KvkNummer,
            bewaar(new Voortgangstekst(reden.Trim())),
            Termijnen.Einde(versie, Termijncode.Hersteltermijn, Moment.Dag(nu)),
            wie,
            nu,
            versie.Id,
            versie.Hash
        );
    }
}
