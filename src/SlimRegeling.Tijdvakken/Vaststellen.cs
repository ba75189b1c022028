using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Beheer;

namespace SlimRegeling.Tijdvakken;

/// <summary>A scheme manager proposes a window with its ceiling (2.6, 2.7); it is published when a second one signs.</summary>
public static class Vaststellen
{
    /// <param name="Opent">Wall clock in Amsterdam.</param>
    /// <param name="Sluit">Wall clock in Amsterdam; what comes at this moment or later is late.</param>
    /// <param name="RegistratieVanaf">Wall clock in Amsterdam, from when drafts can be made; absent: two weeks before the opening.</param>
    /// <param name="Overschrijding">What happens to the first application that does not fit under the ceiling; absent: <c>stoppen</c>.</param>
    /// <param name="Bron">The decision that it follows from, on one line.</param>
    /// <param name="Bezwaarreserve">What of the ceiling is held back for objections, in euro; absent: nothing.</param>
    public sealed record Verzoek(
        string Id,
        string Aanvragertype,
        LocalDateTime Opent,
        LocalDateTime Sluit,
        decimal Plafond,
        Volgorde Volgorde,
        string Regelversie,
        LocalDateTime? RegistratieVanaf = null,
        Overschrijding Overschrijding = Overschrijding.Stoppen,
        string? Bron = null,
        decimal? Bezwaarreserve = null
    );

    /// <param name="Hash">What the second person signs.</param>
    public sealed record Voorgesteld(string Id, int Voorstel, string Hash);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/tijdvakken", Voer).Voor(Rol.Regelbeheerder).Geeft<Voorgesteld>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Tijdvakvoorstellen voorstellen,
        Stroom<Tijdvak> tijdvakken,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Controleer(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var tijdvak = await tijdvakken.Lees(verzoek.Id, ct);
        return await voorstellen.Doe(verzoek.Id, beheer => Beslis(beheer, tijdvak, verzoek, persoon.Onderwerp, moment.Nu), ct);
    }

    public static Beslissing Beslis(Tijdvakbeheer beheer, Tijdvak? tijdvak, Verzoek verzoek, string wie, Instant nu)
    {
        if ((Bestaat(verzoek.Id, tijdvak) ?? beheer.AlVoorgesteld()) is { } weigering)
        {
            return weigering;
        }
        var voorstel = new TijdvakVoorgesteld(
            beheer.Voorstellen.Count + 1,
            "",
            verzoek.Aanvragertype,
            Moment.Op(verzoek.Opent),
            Moment.Op(verzoek.Sluit),
            Moment.Op(verzoek.RegistratieVanaf ?? Registratie(verzoek.Opent)),
            verzoek.Plafond,
            verzoek.Volgorde,
            verzoek.Overschrijding,
            verzoek.Regelversie,
            verzoek.Bron,
            wie,
            nu,
            verzoek.Bezwaarreserve == 0 ? null : verzoek.Bezwaarreserve
        );
        return voorstel with { Voorstelhash = Hash(verzoek.Id, voorstel) };
    }

    /// <summary>What the second signature makes of the proposal. A window is published once; after that it is changed by dated decisions.</summary>
    public static Beslissing Bekrachtig(
        string id,
        Tijdvak? tijdvak,
        TijdvakVoorgesteld voorstel,
        string wie,
        Regelstanden regels,
        Instant nu
    ) =>
        Bestaat(id, tijdvak) is { } weigering
            ? weigering
            : new TijdvakVastgesteld(
                voorstel.Aanvragertype,
                voorstel.Opent,
                voorstel.Sluit,
                voorstel.Plafond,
                voorstel.Volgorde,
                voorstel.Regelversie,
                nu,
                regels.Versie(voorstel.Regelversie, nu).Hash,
                voorstel.RegistratieVanaf,
                voorstel.Overschrijding,
                voorstel.Bron,
                [voorstel.Door, wie],
                voorstel.Bezwaarreserve
            );

    private static Weigering? Bestaat(string id, Tijdvak? tijdvak) =>
        tijdvak is null
            ? null
            : Weigering.Van("tijdvak-bestaat", $"Tijdvak {id} is al vastgesteld. Wijzig het met een nieuw besluit.", "artikel 2.6");

    /// <summary>Drafts can be made two weeks ahead: practice of the executor, in no article.</summary>
    internal static LocalDateTime Registratie(LocalDateTime opent) => opent.PlusWeeks(-2);

    private static string Hash(string id, TijdvakVoorgesteld voorstel) =>
        Voorstel.Hash([
            $"tijdvak {id}",
            $"voorstel {voorstel.Voorstel}",
            "vaststelling",
            $"aanvragertype {voorstel.Aanvragertype}",
            $"opent {Wandklok.Tekst(voorstel.Opent)}",
            $"sluit {Wandklok.Tekst(voorstel.Sluit)}",
            $"registratie-vanaf {Wandklok.Tekst(voorstel.RegistratieVanaf)}",
            string.Create(CultureInfo.InvariantCulture, $"plafond {voorstel.Plafond:0.00}"),
            .. Bezwaarreserve.Regel(voorstel.Bezwaarreserve),
            $"volgorde {voorstel.Volgorde}",
            $"overschrijding {voorstel.Overschrijding}",
            $"regelversie {voorstel.Regelversie}",
            $"bron {voorstel.Bron}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {Wandklok.Tekst(voorstel.Op)}",
        ]);

    private static List<Fout> Controleer(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (verzoek.Id.Length is 0 or > 40 || verzoek.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            fouten.Add(new Fout("id", "Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld 2026-04-mkb."));
        }
        fouten.AddRange(Wandklok.Fouten("opent", verzoek.Opent));
        fouten.AddRange(Wandklok.Fouten("sluit", verzoek.Sluit));
        fouten.AddRange(
            Wandklok.Fouten("registratieVanaf", verzoek.RegistratieVanaf ?? (fouten.Count == 0 ? Registratie(verzoek.Opent) : null))
        );
        if (verzoek.Sluit <= verzoek.Opent)
        {
            fouten.Add(new Fout("sluit", "Het tijdvak sluit niet na de opening. Kies een later moment.", "artikel 2.6"));
        }
        if (verzoek.RegistratieVanaf > verzoek.Opent)
        {
            fouten.Add(new Fout("registratieVanaf", "Registreren kan niet pas na de opening. Kies een eerder moment.", "artikel 2.6"));
        }
        if (verzoek.Bron is { } bron && !Voorstel.EenRegel(bron, Voorstel.LangsteBron))
        {
            fouten.Add(Voorstel.BronFout());
        }
        if (verzoek.Plafond <= 0)
        {
            fouten.Add(new Fout("plafond", "Geef een plafond boven nul.", "artikel 2.7"));
        }
        fouten.AddRange(Bezwaarreserve.Fouten(verzoek.Bezwaarreserve, verzoek.Plafond));
        if (!Regelboek.Kent(verzoek.Regelversie))
        {
            fouten.Add(new Fout("regelversie", $"Regelversie '{verzoek.Regelversie}' bestaat niet."));
        }
        else if (Regelboek.Versie(verzoek.Regelversie) is var versie && !versie.Aanvragertypen.Contains(verzoek.Aanvragertype))
        {
            fouten.Add(
                new Fout(
                    "aanvragertype",
                    $"Onder regelversie {versie.Id} kan alleen worden aangevraagd door: {string.Join(", ", versie.Aanvragertypen)}.",
                    $"artikel {versie.Eis(Eiscode.Aanvragertype).Artikel}"
                )
            );
        }
        return fouten;
    }
}
