using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What was done in an objection and by whom, for who is at work in it.</summary>
public static class VerloopTonen
{
    /// <param name="Versie">Of the objection after it: what came after a version that was seen, came since.</param>
    /// <param name="Wat">The name under which it is stored, such as bezwaar-gehoord.</param>
    /// <param name="Wie">A pseudonym, or systeem for what another part of the program told.</param>
    /// <param name="Namens">KVK number of the enterprise for which it was done; absent when an employee did it.</param>
    public sealed record Stap(long Versie, Instant Op, string Wat, string Titel, string Wie, string? Namens = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/bezwaren/{bezwaar}/verloop", Voer)
            .Geeft<IReadOnlyList<Stap>>()
            .LegtInzageVast("bezwaarverloop")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Persoon persoon,
        Stroom<Bezwaar> bezwaren,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    )
    {
        if (await bezwaren.Lees(bezwaar, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(bezwaar);
        }
        if (Bezwaarpoort.Persoon(gelezen, persoon.Onderwerp, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        var stappen = (await eenheid.Sessie.Events.FetchStreamAsync(bezwaar, token: ct))
            .Select(e =>
            {
                var (titel, op) = Van((Gebeurtenis)e.Data);
                return new Stap(
                    e.Version,
                    op,
                    e.EventTypeName,
                    titel,
                    e.GetHeader("wie")?.ToString() ?? Aanroep.Systeem,
                    e.GetHeader("namens")?.ToString()
                );
            })
            .ToList();
        return Uitkomst.Ok(stappen) with { Zaak = gelezen.Zaaknummer };
    }

    /// <summary>What happened in words, and when.</summary>
    internal static (string Titel, Instant Op) Van(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BezwaarIngediend e => ("Bezwaar ontvangen", e.Op),
            RegistratieGecorrigeerd e => ("Registratie van het bezwaar gecorrigeerd", e.Op),
            TermijnBekend e => ("Besluit verzonden; de bezwaartermijn loopt", e.Op),
            HerstelGevraagd e => ("Om herstel gevraagd", e.Op),
            HersteltermijnGestart e => ("Verzoek om herstel verzonden; de hersteltermijn loopt", e.Op),
            BezwaarAangevuld e => ("Bezwaar aangevuld", e.Op),
            OntvankelijkheidBeoordeeld e => ("Beoordeeld of het bezwaar kan worden behandeld", e.Op),
            PartijToegevoegd e => ("Andere belanghebbende toegevoegd", e.Op),
            HoorzittingGepland e => ("Uitgenodigd om te horen", e.Op),
            Gehoord e => ("Verslag van het horen vastgelegd", e.Op),
            NietGehoord e => ("Vastgelegd dat er niet wordt gehoord", e.Op),
            CommissieIngesteld e => ("Adviescommissie ingesteld", e.Op),
            AdviesOntvangen e => ("Advies van de commissie vastgelegd", e.Op),
            Verdaagd e => ("Beslissing verdaagd", e.Op),
            Uitgesteld e => ("Beslissing verder uitgesteld", e.Op),
            IngebrekestellingOntvangen e => ("Ingebrekestelling ontvangen", e.Op),
            IngebrekestellingVervallen e => ("Ingebrekestelling vervallen", e.Op),
            BelangGemeld e => ("Eigen belang gemeld; het bezwaar is voor deze medewerker gesloten", e.Op),
            BeslissingVoorgesteld e => ("Beslissing voorgesteld", e.Op),
            BezwaarbudgetOntvangen e => ("Geld voor de beslissing apart gezet", e.Op),
            BeslissingTeruggezonden e => ("Voorstel teruggezonden", e.Op),
            BezwaarBeslist e => ("Beslist op het bezwaar", e.Op),
            BezwaarIngetrokken e => ("Bezwaar ingetrokken", e.Op),
            BeslissingVerzonden e => ("Beslissing verzonden aan de aanvrager", e.Op),
            BeroepstermijnGestart e => ("Beslissing verzonden; de beroepstermijn loopt", e.Op),
            BeroepGenoteerd e => ("Beroep bij de rechter genoteerd", e.Op),
            _ => throw new ArgumentException($"What is {gebeurtenis.GetType().Name}?", nameof(gebeurtenis)),
        };
}
