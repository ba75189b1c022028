using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// An employee puts right what was typed in wrongly from a letter: its days, and who it is from. What came online is as it came. Whether it is in time
/// follows from the new days; who judged that by the old ones judges it again.
/// </summary>
public static class BezwaarCorrigeren
{
    /// <param name="OntvangenOp">All as the letter has it: what is absent is not in it.</param>
    /// <param name="Reden">What was wrong.</param>
    public sealed record Verzoek(
        LocalDate OntvangenOp,
        string Reden,
        LocalDate? Poststempel = null,
        LocalDate? Dagtekening = null,
        string? Naam = null,
        string? Adres = null,
        string? KvkNummer = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaar}/correctie", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Verzoek verzoek,
        Stroom<Bezwaar> bezwaren,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        Bezwaarstap stap,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await bezwaren.Lees(bezwaar, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(bezwaar);
        }
        var verlening = (await verleningen.Lees(gelezen.Zaaknummer, ct))!;
        var besloten = Bestreden.Van(verlening).FirstOrDefault(b => b.Besluit == gelezen.Betreft!.Besluit)?.Datum;
        var teksten = await Bezwaarteksten.Lees(gelezen, medewerker: true, eenheid.Sessie, ct);
        return await stap.Doe(
            bezwaar,
            (b, versie, nu) =>
                Beslis(b, teksten.Inhoud, besloten, verzoek, inhoud => stap.Bewaar(bezwaar, inhoud), persoon.Onderwerp, versie, nu),
            ct
        );
    }

    /// <param name="was">What is kept of it; null when that was destroyed.</param>
    /// <param name="besloten">The date of the decision that it is against; null when that is not known here.</param>
    /// <param name="bewaar">Keeps what the letter says, and why it was corrected; called only when it is.</param>
    public static Beslissing Beslis(
        Bezwaar bezwaar,
        Bezwaarinhoud? was,
        LocalDate? besloten,
        Verzoek verzoek,
        Func<object, Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Ingediend!.Wijze != Indienwijze.Post)
        {
            return Weigering.Van(
                "online-ontvangen",
                "Dit bezwaar kwam online binnen. De dag en de afzender zijn toen vastgelegd; daaraan valt niets te corrigeren.",
                "artikel 6:9 Awb"
            );
        }
        if (bezwaar.Voorstel is not null)
        {
            return Weigering.Van(
                "voorstel-ligt-voor",
                "Er ligt een voorstel om te ondertekenen, dat op deze gegevens rust. Laat het eerst terugzenden.",
                "artikel 7:11 Awb"
            );
        }
        IReadOnlyList<Fout> fouten = [.. Fouten(bezwaar, verzoek, besloten, Moment.Dag(nu))];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var inhoud = (was ?? new Bezwaarinhoud(null, null, null)) with
        {
            Naam = BezwaarInvoeren.Tekst(verzoek.Naam),
            Adres = BezwaarInvoeren.Tekst(verzoek.Adres),
            KvkNummer = BezwaarInvoeren.Tekst(verzoek.KvkNummer),
            Dagtekening = verzoek.Dagtekening,
        };
        var gecorrigeerd = new RegistratieGecorrigeerd(
            bezwaar.Betreft!,
            verzoek.OntvangenOp,
            verzoek.Poststempel,
            [.. Ontbreekt(bezwaar, inhoud)],
            bewaar(inhoud),
            Termijnen.Einde(versie, Termijncode.ReactieHoren, verzoek.OntvangenOp),
            null,
            bewaar(new Reden(verzoek.Reden.Trim())),
            wie,
            versie.Hash,
            nu,
            inhoud is { Naam: not null, Adres: not null }
        );
        return gecorrigeerd with { BeslissenUiterlijk = Uiterlijk(bezwaar, gecorrigeerd, versie) };
    }

    /// <summary>The last day to decide, when the correction makes it another.</summary>
    internal static LocalDate? Uiterlijk(Bezwaar bezwaar, RegistratieGecorrigeerd gecorrigeerd, Regelversie versie)
    {
        var na = Bezwaardagen.Beslissen(bezwaar.Apply(gecorrigeerd), versie);
        return na == Bezwaardagen.Beslissen(bezwaar, versie) ? null : na;
    }

    /// <summary>What it lacks by what the letter says, but for what was mended since (6:5, 6:6 Awb).</summary>
    private static IEnumerable<string> Ontbreekt(Bezwaar bezwaar, Bezwaarinhoud inhoud) =>
        Bezwaareis.Alle.Where(eis =>
            eis switch
            {
                Bezwaareis.NaamAdres => (inhoud.Naam is null || inhoud.Adres is null) && !IsHersteld(bezwaar, eis),
                Bezwaareis.Dagtekening => inhoud.Dagtekening is null && !IsHersteld(bezwaar, eis),
                _ => bezwaar.Ontbreekt.Contains(eis),
            }
        );

    private static bool IsHersteld(Bezwaar bezwaar, string eis) => bezwaar.Aanvullingen.Any(a => a.Hersteld.Contains(eis));

    private static IEnumerable<Fout> Fouten(Bezwaar bezwaar, Verzoek verzoek, LocalDate? besloten, LocalDate vandaag)
    {
        foreach (var fout in BezwaarInvoeren.Brieffouten(verzoek.OntvangenOp, verzoek.Poststempel, verzoek.KvkNummer, besloten, vandaag))
        {
            yield return fout;
        }
        if (bezwaar.Aanvullingen.Any(a => a.OntvangenOp < verzoek.OntvangenOp))
        {
            yield return new Fout("ontvangenOp", "Er kwam eerder al een aanvulling binnen. Kies een dag daarvoor.", "artikel 6:9 Awb");
        }
        if (string.IsNullOrWhiteSpace(verzoek.Reden))
        {
            yield return new Fout("reden", "Schrijf wat er verkeerd was overgetypt.", "artikel 3:2 Awb");
        }
    }
}
