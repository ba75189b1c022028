using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>A scheme manager proposes to change the opening, closing or ceiling of a window (2.6, 2.7), also while it runs.</summary>
public static class Wijzigen
{
    /// <summary>Nobody is judged by a moment that was changed while the change was on its way.</summary>
    internal static readonly Duration Voorsprong = Duration.FromHours(1);

    /// <param name="Bron">The decision that it follows from, on one line.</param>
    /// <param name="Opent">Wall clock in Amsterdam; absent: unchanged, as each below.</param>
    /// <param name="Sluit">Wall clock in Amsterdam.</param>
    /// <param name="Plafond">Euro.</param>
    /// <param name="RegistratieVanaf">
    /// Wall clock in Amsterdam. Absent: two weeks before another opening while drafts cannot be made yet, else unchanged.
    /// </param>
    /// <param name="Bezwaarreserve">What of the ceiling is held back for objections, in euro; nought to hold back nothing.</param>
    public sealed record Verzoek(
        string Bron,
        LocalDateTime? Opent = null,
        LocalDateTime? Sluit = null,
        decimal? Plafond = null,
        LocalDateTime? RegistratieVanaf = null,
        Overschrijding? Overschrijding = null,
        decimal? Bezwaarreserve = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/tijdvakken/{id}/wijzigingen",
                (string id, Verzoek verzoek, Tijdvakvoorstellen voorstellen, Persoon persoon, Moment moment, CancellationToken ct) =>
                    voorstellen.Doe(id, (beheer, tijdvak, geld) => Beslis(beheer, tijdvak, geld, verzoek, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Vaststellen.Voorgesteld>(201);

    public static Beslissing Beslis(Tijdvakbeheer beheer, Tijdvak tijdvak, Geldstand geld, Verzoek verzoek, string wie, Instant nu)
    {
        var was = tijdvak.Inhoud();
        var wordt = Wordt(was, verzoek, nu);
        if (Fouten(verzoek, was, wordt, nu) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if ((beheer.AlVoorgesteld() ?? Wijzigingsregels.Toets(tijdvak, geld, wordt, nu)) is { } weigering)
        {
            return weigering;
        }
        var voorstel = new TijdvakwijzigingVoorgesteld(beheer.Voorstellen.Count + 1, "", was, wordt, verzoek.Bron, wie, nu);
        return voorstel with { Voorstelhash = Hash(tijdvak.Id, voorstel) };
    }

    /// <summary>What the second signature makes of the proposal, looked at anew: time went by, and money.</summary>
    public static Beslissing Bekrachtig(
        Tijdvak tijdvak,
        Geldstand geld,
        TijdvakwijzigingVoorgesteld voorstel,
        string wie,
        Regelstanden regels,
        Instant nu
    ) =>
        voorstel.Was != tijdvak.Inhoud()
            ? Weigering.Van(
                "intussen-gewijzigd",
                $"Tijdvak {tijdvak.Id} is na dit voorstel gewijzigd. Zend het voorstel terug en doe het opnieuw.",
                "artikel 2.7"
            )
        : Wijzigingsregels.Toets(tijdvak, geld, voorstel.Wordt, nu) is { } weigering ? weigering
        : new TijdvakGewijzigd(
            tijdvak.Aanvragertype,
            tijdvak.Volgorde,
            tijdvak.Regelversie,
            voorstel.Was,
            voorstel.Wordt,
            voorstel.Bron,
            regels.Versie(tijdvak.Regelversie, nu).Hash,
            voorstel.Voorstel,
            voorstel.Voorstelhash,
            [voorstel.Door, wie],
            nu
        );

    private static Tijdvakinhoud Wordt(Tijdvakinhoud was, Verzoek verzoek, Instant nu)
    {
        return new(
            Op(verzoek.Opent) ?? was.Opent,
            Op(verzoek.Sluit) ?? was.Sluit,
            Op(verzoek.RegistratieVanaf ?? Meegaand(was, verzoek, nu)) ?? was.RegistratieVanaf,
            verzoek.Plafond ?? was.Plafond,
            verzoek.Overschrijding ?? was.Overschrijding,
            // Who changes something else of a window that holds back nothing leaves that as it was.
            verzoek.Bezwaarreserve == 0
                ? null
                : verzoek.Bezwaarreserve ?? was.Bezwaarreserve
        );

        static Instant? Op(LocalDateTime? wandklok) => wandklok is { } tijd ? Moment.Op(tijd) : null;
    }

    /// <summary>From when drafts can be made after another opening, while they cannot be made yet.</summary>
    private static LocalDateTime? Meegaand(Tijdvakinhoud was, Verzoek verzoek, Instant nu) =>
        verzoek.Opent is { } opent && nu < was.RegistratieVanaf ? Vaststellen.Registratie(opent) : null;

    private static List<Fout> Fouten(Verzoek verzoek, Tijdvakinhoud was, Tijdvakinhoud wordt, Instant nu)
    {
        List<Fout> fouten = [.. Wandklok.Fouten("opent", verzoek.Opent), .. Wandklok.Fouten("sluit", verzoek.Sluit)];
        fouten.AddRange(
            Wandklok.Fouten("registratieVanaf", verzoek.RegistratieVanaf ?? (fouten.Count == 0 ? Meegaand(was, verzoek, nu) : null))
        );
        if (!Voorstel.EenRegel(verzoek.Bron, Voorstel.LangsteBron))
        {
            fouten.Add(Voorstel.BronFout());
        }
        if (wordt == was)
        {
            fouten.Add(new Fout("plafond", "Er verandert niets. Noem wat er anders wordt: opening, sluiting, plafond of registratie."));
        }
        if (wordt.Plafond <= 0)
        {
            fouten.Add(new Fout("plafond", "Geef een plafond boven nul.", "artikel 2.7"));
        }
        fouten.AddRange(Bezwaarreserve.Fouten(wordt.Bezwaarreserve, wordt.Plafond));
        if (wordt.Sluit <= wordt.Opent)
        {
            fouten.Add(new Fout("sluit", "Het tijdvak sluit niet na de opening. Kies een later moment.", "artikel 2.6"));
        }
        if (wordt.RegistratieVanaf > wordt.Opent)
        {
            fouten.Add(new Fout("registratieVanaf", "Registreren kan niet pas na de opening. Kies een eerder moment.", "artikel 2.6"));
        }
        return fouten;
    }

    private static string Hash(string id, TijdvakwijzigingVoorgesteld voorstel) =>
        Voorstel.Hash([
            $"tijdvak {id}",
            $"voorstel {voorstel.Voorstel}",
            "wijziging",
            .. Regels("was", voorstel.Was),
            .. Regels("wordt", voorstel.Wordt),
            $"bron {voorstel.Bron}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {Wandklok.Tekst(voorstel.Op)}",
        ]);

    private static string[] Regels(string soort, Tijdvakinhoud inhoud) =>
        [
            $"{soort} opent {Wandklok.Tekst(inhoud.Opent)}",
            $"{soort} sluit {Wandklok.Tekst(inhoud.Sluit)}",
            $"{soort} registratie-vanaf {Wandklok.Tekst(inhoud.RegistratieVanaf)}",
            string.Create(CultureInfo.InvariantCulture, $"{soort} plafond {inhoud.Plafond:0.00}"),
            $"{soort} overschrijding {inhoud.Overschrijding}",
            .. Bezwaarreserve.Regel(inhoud.Bezwaarreserve, $"{soort} "),
        ];
}
