using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>Shows an application with what it is tested on and computed from, and the list of one's own.</summary>
public static class Tonen
{
    public sealed record Regel(string Zaaknummer, string Tijdvak, Status Status, Instant? OntvangenOp = null, decimal? Gevraagd = null);

    /// <param name="Gereserveerd">Euro; absent when no budget was set apart.</param>
    /// <param name="TeOordelen">Codes that an assessor must judge.</param>
    /// <param name="Beoordeling">For applicants from the decision on.</param>
    public sealed record Overzicht(
        string Zaaknummer,
        string Tijdvak,
        string KvkNummer,
        Status Status,
        string Regelversie,
        Instant OntvangenOp,
        decimal Gevraagd,
        IReadOnlyList<string> Activiteiten,
        IReadOnlyList<Toetsregel> Toetsen,
        IReadOnlyList<string> TeOordelen,
        IReadOnlyList<Bedragregel> Berekening,
        IReadOnlyList<Scanbewijs> Scans,
        IReadOnlyList<Besluit> Besluiten,
        Instant? VolledigOntvangenOp = null,
        LocalDate? AanvullenUiterlijk = null,
        IReadOnlyList<string>? Ontbreekt = null,
        int? Rang = null,
        decimal? Gereserveerd = null,
        string? Beoordelaar = null,
        Oordeelregel? Beoordeling = null,
        Formulier? Formulier = null,
        string? Aanvragertype = null,
        Instant? AangevuldOp = null,
        Nietbehandeld? BuitenBehandeling = null,
        Uitgesloten? Uitgesloten = null,
        [property: Description(
            "SHA-256 over een willekeurig zout en het formulier zoals het is ingediend; zo staat het in de gebeurtenis."
        )]
            string? Inhoudhash = null,
        [property: Description("Hoe de aanvraag was op het moment van ontvangst; dat staat ook op het ontvangstbewijs.")]
            Ontvangststand? BijOntvangst = null,
        [property: Description("Wat er met elke regel van de begroting is besloten; ontbreekt zolang de aanvraag niet is beoordeeld.")]
            IReadOnlyList<Beoordeelderegel>? Begroting = null,
        [property: Description("Wat de beoordelaar schreef bij het verzoek om aan te vullen, per code van een document dat ontbreekt.")]
            IReadOnlyDictionary<string, string>? Toelichtingen = null,
        [property: Description("De laatste dag om te beslissen; ontbreekt zolang het tijdvak niet bekend is.")]
            LocalDate? BeslissenUiterlijk = null,
        [property: Description(
            "De dag waarop de aanvrager het besluit uiterlijk kan verwachten; ontbreekt als niet is gemeld dat het later komt."
        )]
            LocalDate? VerwachtOp = null
    );

    /// <param name="Grond">niet-aangevuld or dubbele-aanvraag.</param>
    /// <param name="Eerdere">The case that goes before it; for employees only, as it may be another enterprise's.</param>
    public sealed record Nietbehandeld(string Besluit, LocalDate Datum, string Grond, string? Eerdere = null);

    /// <summary>Left out of the order of its window because another case goes before it (2.8, fourth paragraph).</summary>
    /// <param name="Reden">dubbele-aanvraag or verbonden-onderneming.</param>
    /// <param name="Eerdere">That case; for employees only, as it may be another enterprise's.</param>
    public sealed record Uitgesloten(string Reden, Instant Op, string? Eerdere = null);

    [Description("Eén eis of weigeringsgrond.")]
    public sealed record Toetsregel(
        [property: Voorbeeld("\"minimum-kosten\"")] string Code,
        [property: Voorbeeld("\"2.4, vierde lid\"")] string Artikel,
        [property: AllowedValues("voldaan", "nietVoldaan", "nietVanToepassing", "nietBeoordeeld")] string Uitkomst,
        string Uitleg,
        [property: Description("Wat de beoordelaar erbij schreef.")] string? Argument = null
    );

    [Description("Eén regel van de berekening.")]
    public sealed record Bedragregel(
        [property: Voorbeeld("\"Subsidiabele kosten\"")] string Omschrijving,
        decimal Bedrag,
        [property: Voorbeeld("\"2.14, eerste lid\"")] string Artikel
    );

    public sealed record Oordeelregel(
        Voorstel Voorstel,
        IReadOnlyList<string> Gronden,
        decimal SubsidiabeleKosten,
        decimal Subsidie,
        decimal Voorschot,
        Instant Op,
        [property: Description("Wat elke partij van een samenwerkingsverband krijgt, per KVK-nummer.")]
            IReadOnlyDictionary<string, decimal>? Partijen = null,
        [property: Description("true als het subsidieplafond maar voor een deel ruimte laat.")] bool? Gedeeltelijk = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/aanvragen", EigenAanvragen.Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<IReadOnlyList<Regel>>();
        api.MapGet("/aanvragen/{zaaknummer}", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .LegtInzageVast("aanvraag")
            .Geeft<Overzicht>();
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Aanvraagtijdvakken tijdvakken,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend } stand)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var medewerker = persoon.KvkNummer is null;
        var formulier = await eenheid.Lees<Formulier>(stand.Inhoud, ct);
        var beoordeling = Uitleggen.Zichtbaar(stand, medewerker);
        var vastgelegd = beoordeling is null ? null : await eenheid.Lees<Beoordelen.Inhoud>(beoordeling.Inhoud, ct);
        var bron = contexten.Van(typeof(AanvragenContext)).Bron;
        var subsidies = await Subsidies.Van(bron, ingediend, ct);
        var scans = await Scanbewijzen.Van(
            bron,
            stand.Id,
            medewerker ? Scanbewijzen.Makers(ingediend, formulier) : [ingediend.KvkNummer],
            ct
        );
        var regels = await regelbron.Nu(ct);
        var versie = regels.Versie(ingediend.Regelversie, nu);
        var toelichting = stand.Aanvulling?.Toelichting is { } verwezen ? await eenheid.Lees<Aanvullingstoelichting>(verwezen, ct) : null;
        var sluit = (await tijdvakken.Zoek(ingediend.Tijdvak, ct))?.Sluit;
        var bijOntvangst = await Ontvangststand.Lees(zaaknummer, ingediend, regels, eenheid, ct);
        var weging = formulier is null ? null : Weging.Weeg(versie, stand, formulier, null, subsidies, new Dictionary<string, bool>(), nu);
        return await aanvragen.Toon(
            zaaknummer,
            aanvraag =>
                Toon(aanvraag, ingediend, formulier, weging, beoordeling, vastgelegd, scans, medewerker) with
                {
                    BijOntvangst = bijOntvangst,
                    Begroting = vastgelegd?.Begroting,
                    Toelichtingen = toelichting?.Teksten,
                    BeslissenUiterlijk = sluit is { } dicht ? InGebrekeStellen.Beslistermijn(aanvraag, dicht, regels, nu) : null,
                    VerwachtOp = aanvraag.Vertraging?.VerwachtOp,
                },
            ct
        );
    }

    private static Overzicht Toon(
        Aanvraag aanvraag,
        AanvraagIngediend ingediend,
        Formulier? formulier,
        Beoordeling? weging,
        AanvraagBeoordeeld? beoordeling,
        Beoordelen.Inhoud? vastgelegd,
        IReadOnlyList<Scanbewijs> scans,
        bool medewerker
    )
    {
        var argumenten = vastgelegd?.Verzoek.Gronden.ToDictionary(g => g.Code, g => g.Argument) ?? [];
        return new Overzicht(
            aanvraag.Id,
            ingediend.Tijdvak,
            ingediend.KvkNummer,
            aanvraag.Status,
            ingediend.Regelversie,
            ingediend.Op,
            aanvraag.Gevraagd,
            aanvraag.Activiteiten,
            [.. (vastgelegd?.Toetsen ?? weging?.Toetsen ?? []).Select(t => Toets(t, argumenten.GetValueOrDefault(t.Code)))],
            weging is null ? [] : Weging.TeOordelen(weging),
            [.. (vastgelegd?.Berekening ?? weging?.Berekening.Regels ?? []).Select(Bedrag)],
            scans,
            aanvraag.GeldendeBesluiten,
            aanvraag.Volledig?.VolledigOntvangenOp,
            aanvraag.AanvullenUiterlijk,
            aanvraag.Aanvulling?.Ontbreekt ?? (aanvraag.Fase == Fase.Ingediend ? ingediend.Ontbreekt : null),
            aanvraag.Rangschikking?.Rang,
            aanvraag.Budget?.Gereserveerd,
            medewerker ? aanvraag.Beoordelaar : null,
            beoordeling is null
                ? null
                : new Oordeelregel(
                    beoordeling.Voorstel,
                    beoordeling.Gronden,
                    beoordeling.SubsidiabeleKosten,
                    beoordeling.Subsidie,
                    beoordeling.Voorschot,
                    beoordeling.Op,
                    beoordeling.Partijen,
                    beoordeling.Gedeeltelijk
                ),
            formulier,
            ingediend.Aanvragertype,
            aanvraag.Aangevuld?.Op,
            aanvraag.BuitenBehandeling is { } besluit
                ? new Nietbehandeld(besluit.Besluit, besluit.Besluitdatum, besluit.Grond, medewerker ? besluit.Eerdere : null)
                : null,
            aanvraag.Uitsluiting is { } uit ? new Uitgesloten(uit.Reden, uit.Op, medewerker ? uit.Eerdere : null) : null,
            ingediend.Inhoud.Hash
        );
    }

    internal static Toetsregel Toets(Toets toets, string? argument) =>
        new(toets.Code, toets.Artikel, JsonNamingPolicy.CamelCase.ConvertName(toets.Uitkomst.ToString()), toets.Uitleg, argument);

    internal static Bedragregel Bedrag(Rekenregel regel) => new(regel.Omschrijving, regel.Bedrag, regel.Artikel);
}
