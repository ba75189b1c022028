using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The applicant tells that something changed since the application, or the recipient, at once, what will not, late or partly be done (5.7
/// Kaderregeling). It changes nothing by itself: an employee reads it with the case. Nothing answers it: what should come in its place is asked of
/// Verlening, and what is decided comes by letter.
/// </summary>
public static class Melden
{
    private const int Langst = 4000;

    // They stand in the case itself, which is read at each step.
    private const int Meeste = 50;

    /// <param name="Soort">One of <see cref="Meldingsoort"/>; absent when something else changed.</param>
    /// <param name="Activiteiten">Letters of the activities that it is about; absent when it is about all, or none.</param>
    public sealed record Verzoek(string Tekst, string? Soort = null, IReadOnlyList<string>? Activiteiten = null);

    /// <summary>What the applicant wrote, kept beside the stream.</summary>
    public sealed record Melding(string Tekst);

    /// <param name="Tekst">Absent when it was destroyed with the dossier.</param>
    /// <param name="Gezien">Whether an employee read it; only employees see that.</param>
    public sealed record Meldingbeeld(
        Instant Op,
        string? Tekst = null,
        string? Soort = null,
        IReadOnlyList<string>? Activiteiten = null,
        bool? Gezien = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{zaaknummer}/meldingen", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
        api.MapGet("/aanvragen/{zaaknummer}/meldingen", Lijst)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .LegtInzageVast("meldingen")
            .Geeft<IReadOnlyList<Meldingbeeld>>();
    }

    private static Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Moment moment,
        CancellationToken ct
    ) => aanvragen.Schrijf(zaaknummer, a => Beslis(a, verzoek, inhoud => aanvragen.Bewaar(zaaknummer, inhoud), moment.Nu), ct);

    /// <param name="bewaar">Keeps the text; called only when it is taken.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, Verzoek verzoek, Func<Melding, Verwijzing> bewaar, Instant nu)
    {
        if (aanvraag is not { Ingediend: { } ingediend })
        {
            return Weigering.Van(
                "niet-ingediend",
                "Deze aanvraag is nog een concept. Wijzig haar zelf voor u haar indient.",
                "artikel 2.8"
            );
        }
        if (aanvraag.Fase == Fase.Ingetrokken)
        {
            return Weigering.Van("ingetrokken", "Deze aanvraag is ingetrokken. Een wijziging melden is niet meer nodig.");
        }
        if (aanvraag.Meldingen.Count >= Meeste)
        {
            return Weigering.Van(
                "te-veel-meldingen",
                $"Bij deze aanvraag zijn al {Meeste} wijzigingen gemeld. Neem contact op met de behandelaar van uw aanvraag."
            );
        }
        if (Plicht(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var tekst = verzoek.Tekst.Trim();
        return tekst.Length switch
        {
            0 => Weigering.Invoer(new Fout("tekst", "Schrijf wat er is veranderd en sinds wanneer.")),
            > Langst => Weigering.Invoer(
                new Fout("tekst", $"Schrijf ten hoogste {Langst} tekens; u schreef er {tekst.Length}. Stuur de rest als document.")
            ),
            _ => new WijzigingGemeld(
                ingediend.Tijdvak,
                aanvraag.KvkNummer,
                bewaar(new Melding(tekst)),
                nu,
                verzoek.Soort,
                verzoek.Activiteiten is { Count: > 0 } activiteiten ? activiteiten : null
            ),
        };
    }

    private static List<Fout> Plicht(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (verzoek.Soort is { } soort && !Meldingsoort.Alle.Contains(soort))
        {
            fouten.Add(new("soort", $"Kies uit {string.Join(", ", Meldingsoort.Alle)}.", "artikel 5.7 Kaderregeling"));
        }
        if (verzoek.Activiteiten?.Any(a => a is not ("A" or "B" or "C" or "D")) == true)
        {
            fouten.Add(new("activiteiten", "Noem activiteiten met hun letter: A, B, C of D."));
        }
        return fouten;
    }

    private static async Task<Uitkomst> Lijst(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null } aanvraag)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var teksten = await Inhouden.Lees(eenheid.Sessie, aanvraag.Meldingen.Select(m => m.Inhoud), ct);
        return Uitkomst.Ok(
            aanvraag
                .Meldingen.Select(
                    (m, i) =>
                        new Meldingbeeld(
                            m.Op,
                            teksten.Zoek<Melding>(m.Inhoud)?.Tekst,
                            m.Soort,
                            m.Activiteiten,
                            persoon.KvkNummer is null ? i < aanvraag.GezieneMeldingen : null
                        )
                )
                .ToList()
        );
    }
}

/// <summary>What a recipient must tell at once (5.7 Kaderregeling): that what was awarded will not, late or partly be done.</summary>
public static class Meldingsoort
{
    public const string Niet = "niet";
    public const string Later = "later";
    public const string Deels = "deels";

    public static readonly IReadOnlyList<string> Alle = [Niet, Later, Deels];
}
