using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>
/// An employee found a mistake in a decision that was taken, and proposes another in its place that names it. When only words are wrong it lies ready
/// to be signed; when what was decided is wrong the application is assessed again first.
/// </summary>
public static class HerstelVoorstellen
{
    /// <param name="Herstelt">Number of the decision with the mistake; it must be the one that holds.</param>
    /// <param name="Soort">One of <see cref="Herstelsoort"/>.</param>
    /// <param name="Fout">What is wrong in it; it stands in the letter.</param>
    /// <param name="Juist">What it must be; it stands in the letter. May be left out when the application is assessed again.</param>
    public sealed record Verzoek(string Herstelt, string Soort, string Fout, string? Juist = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/herstelvoorstellen", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Moment moment,
        CancellationToken ct
    )
    {
        var bezwaren = await register.Van(zaaknummer, ct);
        return await verleningen.Schrijf(
            zaaknummer,
            verlening =>
                Beslis(
                    zaaknummer,
                    verlening,
                    bezwaren,
                    verzoek,
                    tekst => verleningen.Bewaar(zaaknummer, tekst),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="bezwaren">Those of the case.</param>
    /// <param name="bewaar">Keeps what was written beside the stream; called only when it can be proposed.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        IReadOnlyList<Bezwaar> bezwaren,
        Verzoek verzoek,
        Func<Hersteltekst, Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (Herstelpoort.Geldend(verlening) is not { } geldend)
        {
            return Weigering.Van(
                "nog-geen-besluit",
                "Over deze aanvraag is nog niet besloten, dus er is niets te herstellen. Een voorstel met een fout zendt een medeondertekenaar terug.",
                "artikel 2.11"
            );
        }
        if (Herstelpoort.InBezwaar(bezwaren) is { } inBezwaar)
        {
            return inBezwaar;
        }
        if (verlening.Herstel?.Voorstel is { } ligt)
        {
            return Weigering.Van(
                "herstel-ligt-voor",
                $"Er ligt al een voorstel om een fout te herstellen, met nummer {ligt.Herstel}. Wacht tot een medeondertekenaar het ondertekent of terugzendt."
            );
        }
        if (Fouten(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (verzoek.Herstelt.Trim() != geldend.Besluit)
        {
            return Weigering.Van(
                "ander-besluit",
                $"Het besluit dat nu geldt is {geldend.Besluit}. Een herstelbesluit noemt dat nummer.",
                "artikel 3:46 Awb"
            );
        }
        if (verzoek.Soort == Herstelsoort.Inhoud && Intrekkingspoort.Verhogen(verlening) is { } ingetrokken)
        {
            return ingetrokken;
        }
        if (verzoek.Soort == Herstelsoort.Inhoud && verlening.Vaststelling is not null)
        {
            return Herstelgevolg.AlVastgesteld;
        }
        var voorstel = new HerstelVoorgesteld(
            Herstelnummer.Van(zaaknummer, (verlening.Herstel?.Voorstellen ?? 0) + 1),
            geldend.Besluit,
            verzoek.Soort,
            bewaar(new Hersteltekst(verzoek.Fout.Trim(), OfNiets(verzoek.Juist))),
            wie,
            nu
        );
        return voorstel.Soort == Herstelsoort.Tekst ? Beslissing.Van(voorstel, HerstelVoorleggen.Tekst(zaaknummer, voorstel)) : voorstel;
    }

    private static List<Fout> Fouten(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (!Herstelsoort.Alle.Contains(verzoek.Soort))
        {
            fouten.Add(new Fout("soort", $"Kies uit {string.Join(", ", Herstelsoort.Alle)}."));
        }
        if (string.IsNullOrWhiteSpace(verzoek.Fout))
        {
            fouten.Add(new Fout("fout", "Schrijf wat er fout is in het besluit; het staat in de brief.", "artikel 3:46 Awb"));
        }
        if (verzoek.Soort == Herstelsoort.Tekst && OfNiets(verzoek.Juist) is null)
        {
            fouten.Add(new Fout("juist", "Schrijf hoe het moet zijn; het staat in de brief.", "artikel 3:46 Awb"));
        }
        return fouten;
    }

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}

/// <summary>What was wrong in a decision, and what it must be, as they stand in the letter.</summary>
/// <param name="Juist">Null when the amounts say it all.</param>
public sealed record Hersteltekst(string Fout, string? Juist = null);
