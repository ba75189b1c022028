using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Aanvragen.BuitenBehandeling;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using Verschil = SlimRegeling.Platform.Narekenen.Verschil;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Computes what was asked from the form as it was sent, and takes every assessment again on the state, the judgments and the awards of then.
/// </summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } =
    [
        typeof(AanvraagIngediend),
        typeof(AanvullingGevraagd),
        typeof(HersteltermijnGestart),
        typeof(AanvraagAangevuld),
        typeof(AanvullingOnvoldoende),
        typeof(BuitenBehandelingGesteld),
        typeof(AanvraagBeoordeeld),
        typeof(AanvraagHerbeoordeeld),
    ];

    public async Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct)
    {
        var subsidies = await Toekenningen(bundel, ct);
        var regels = await bundel.Regels<AanvragenContext>(ct);
        return [.. bundel.Stromen.SelectMany(verloop => Stroom(verloop, bundel, subsidies, regels))];
    }

    public IEnumerable<Verwijzing> Inhouden(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            AanvraagIngediend e => [e.Inhoud],
            AanvraagAangevuld e => [e.Inhoud],
            AanvraagBeoordeeld e => [e.Inhoud],
            AanvraagHerbeoordeeld e => [e.Beoordeling.Inhoud],
            _ => [],
        };

    private static IEnumerable<Nagerekend> Stroom(Verloop verloop, Bundel bundel, ILookup<string, Subsidie> subsidies, Regelstanden regels)
    {
        var stand = Vouw.Begin<Aanvraag>(verloop.Id);
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var voor = stand;
            stand = Vouw.Volg(stand, gebeurtenis);
            switch (gebeurtenis)
            {
                case AanvraagIngediend e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        e,
                        () => DienIn(e, bundel, regels),
                        veld => Artikel(regels.Toen(e.Regelhash).Versie(e.Regelversie, e.Op), e.Aanvragertype, veld)
                    );
                    break;
                case AanvullingGevraagd e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        e,
                        () => Vraag(voor, e.Ontbreekt, e.GevraagdDoor, regels.Toen(e.Regelhash), e.Op, e.Toelichting),
                        _ => regels.Toen(e.Regelhash).Versie(voor.Ingediend!.Regelversie, e.Op).Termijn(Termijncode.Hersteltermijn).Artikel
                    );
                    break;
                case HersteltermijnGestart e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        e,
                        () => BijBriefVerzonden.Beslis(voor, new(verloop.Id, "", "", null, e.VerzondenOp, e.Op), regels.Toen(e.Regelhash)),
                        _ => regels.Toen(e.Regelhash).Versie(e.Regelversie, e.Op).Termijn(Termijncode.Hersteltermijn).Artikel
                    );
                    break;
                case AanvraagAangevuld e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        e,
                        () => VulAan(voor, e, bundel, regels),
                        veld => Artikel(regels.Toen(e.Regelhash).Versie(e.Regelversie, e.Op), voor.Ingediend!.Aanvragertype, veld)
                    );
                    break;
                case AanvullingOnvoldoende e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        e,
                        () => Vraag(voor, e.Ontbreekt, e.BeoordeeldDoor, regels.Toen(e.Regelhash), e.Op),
                        _ => "4:5, eerste lid, Awb"
                    );
                    break;
                case BuitenBehandelingGesteld e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        e,
                        () => Stellen.Beslis(voor, e.Ondertekenaars[^1], regels.Toen(e.Regelhash), e.Op, brief: e.Brief),
                        veld => BuitenBehandeling(regels.Toen(e.Regelhash).Versie(e.Regelversie, e.Op), veld)
                    );
                    break;
                case AanvraagBeoordeeld e:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        Narekenaar.Naam(typeof(AanvraagBeoordeeld)),
                        () =>
                            Beoordeel(
                                voor,
                                e,
                                bundel,
                                subsidies,
                                regels.Toen(e.Regelhash),
                                (verzoek, dossier, bewaar, toen) =>
                                    Beoordelen.Beslis(voor, verzoek, dossier, e.Beoordelaar, bewaar, toen, e.Op)
                            )
                    );
                    break;
                case AanvraagHerbeoordeeld { Beoordeling: var e } h:
                    yield return Nagerekend.Van(
                        verloop.Id,
                        Narekenaar.Naam(typeof(AanvraagHerbeoordeeld)),
                        () =>
                            Beoordeel(
                                voor,
                                e,
                                bundel,
                                subsidies,
                                regels.Toen(e.Regelhash),
                                (verzoek, dossier, bewaar, toen) => Herbeoordeel(voor, h, verzoek, dossier, bewaar, toen)
                            )
                    );
                    break;
            }
        }
    }

    private static Beslissing DienIn(AanvraagIngediend ingediend, Bundel bundel, Regelstanden regels)
    {
        var formulier = bundel.Inhouden.Lees<Formulier>(ingediend.Inhoud);
        var versie = regels.Toen(ingediend.Regelhash).Versie(ingediend.Regelversie, ingediend.Op);
        return ingediend with
        {
            Gevraagd = Subsidieberekening.Bereken(versie, formulier.Regelplan(ingediend.Aanvragertype)).Subsidiebedrag,
            Activiteiten = formulier.Soorten(),
            Regelhash = versie.Hash,
            Partijen = formulier.Gebonden(ingediend.Aanvragertype, ingediend.KvkNummer),
            Verbonden = formulier.Verbonden(versie, ingediend.Aanvragertype),
            Ontbreekt = formulier.Ontbreekt(versie, ingediend.Aanvragertype) is { Count: > 0 } ontbreekt ? ontbreekt : null,
            VerbondenPerPartij = formulier.VerbondenPerPartij(ingediend.Aanvragertype),
        };
    }

    /// <param name="toelichting">What was written with it decides nothing.</param>
    private static Beslissing Vraag(
        Aanvraag voor,
        IReadOnlyList<string> ontbreekt,
        string? wie,
        Regelstanden regels,
        Instant op,
        Verwijzing? toelichting = null
    )
    {
        // Who had the case was no bar once, and changes nothing of what is asked.
        var vrij = voor with
        {
            Beoordelaar = null,
        };
        var opnieuw = Volledigheid.Beslis(vrij, new Volledigheid.Verzoek(false, ontbreekt), wie ?? "", regels, op);
        return opnieuw.Gebeurtenissen is [AanvullingGevraagd gevraagd] ? gevraagd with { Toelichting = toelichting } : opnieuw;
    }

    private static Beslissing VulAan(Aanvraag voor, AanvraagAangevuld aangevuld, Bundel bundel, Regelstanden regels)
    {
        var formulier = bundel.Inhouden.Lees<Formulier>(aangevuld.Inhoud);
        var versie = regels.Toen(aangevuld.Regelhash).Versie(aangevuld.Regelversie, aangevuld.Op);
        var opnieuw = Subsidieberekening.Bereken(versie, formulier.Regelplan(voor.Ingediend!.Aanvragertype)).Subsidiebedrag;
        return aangevuld with
        {
            Gevraagd = opnieuw,
            Activiteiten = formulier.Soorten(),
            Regelhash = versie.Hash,
            Verklaard =
                aangevuld.Inhoud == voor.Inhoud
                    ? null
                    : Aanvullen.Verklaard(bundel.Inhouden.Lees<Formulier>(voor.Inhoud), formulier, voor.Ingediend!),
            VerbondenPerPartij = aangevuld.Inhoud == voor.Inhoud ? null : formulier.LaterVerbonden(versie, voor.Ingediend!),
        };
    }

    private static string BuitenBehandeling(Regelversie versie, string veld) =>
        veld == "mededelenUiterlijk"
            ? versie.Termijn(Termijncode.MededelingBuitenBehandeling).Artikel
            : versie.Stap(Stapcode.BuitenBehandeling).Artikel;

    private static IEnumerable<Verschil> Beoordeel(
        Aanvraag voor,
        AanvraagBeoordeeld beoordeeld,
        Bundel bundel,
        ILookup<string, Subsidie> subsidies,
        Regelstanden regels,
        Func<Beoordelen.Verzoek, Beoordelen.Dossier, Func<Beoordelen.Inhoud, Verwijzing>, Regelstanden, Beslissing> beslis
    )
    {
        var vastgelegd = bundel.Inhouden.Lees<Beoordelen.Inhoud>(beoordeeld.Inhoud);
        var dossier = new Beoordelen.Dossier(
            bundel.Inhouden.Lees<Formulier>(voor.Inhoud),
            vastgelegd.Subsidies ?? Subsidies.Op(Subsidies.Bij(voor.Ingediend!, subsidies), beoordeeld.Op),
            [.. beoordeeld.Scans.Select(hash => new Scanbewijs("", "", default, default, 0, "", hash))],
            beoordeeld.TijdvakSluit
        );
        Beoordelen.Inhoud? opnieuw = null;
        var beslissing = beslis(
            vastgelegd.Verzoek,
            dossier,
            inhoud =>
            {
                opnieuw = inhoud;
                return beoordeeld.Inhoud;
            },
            regels
        );
        var versie = regels.Versie(beoordeeld.Regelversie, beoordeeld.Op);
        return
        [
            .. Vergelijking.Van(beoordeeld, beslissing, veld => Artikel(versie, voor.Ingediend!.Aanvragertype, veld)),
            .. opnieuw is null ? [] : Toetsen(vastgelegd.Toetsen, opnieuw.Toetsen),
            .. opnieuw is null ? [] : Regels(vastgelegd.Berekening, opnieuw.Berekening),
        ];
    }

    private static Beslissing Herbeoordeel(
        Aanvraag voor,
        AanvraagHerbeoordeeld vastgelegd,
        Beoordelen.Verzoek verzoek,
        Beoordelen.Dossier dossier,
        Func<Beoordelen.Inhoud, Verwijzing> bewaar,
        Regelstanden regels
    )
    {
        var beslissing = Herbeoordelen.Beslis(
            voor,
            new Herbeoordelen.Verzoek(vastgelegd.Bezwaar, verzoek.Gronden, verzoek.Begroting, verzoek.Regels),
            dossier,
            vastgelegd.Beoordeling.Beoordelaar,
            bewaar,
            regels,
            vastgelegd.Beoordeling.Op
        );
        return beslissing.Gebeurtenissen.OfType<AanvraagHerbeoordeeld>().FirstOrDefault() is { Beoordeling: var beoordeling }
            ? beoordeling
            : beslissing;
    }

    /// <summary>By outcome: what an explanation looked at may become more without the outcome being another.</summary>
    private static IEnumerable<Verschil> Toetsen(IReadOnlyList<Toets> vastgelegd, IReadOnlyList<Toets> berekend) =>
        from code in vastgelegd.Concat(berekend).Select(t => t.Code).Distinct()
        let toen = vastgelegd.FirstOrDefault(t => t.Code == code)
        let nu = berekend.FirstOrDefault(t => t.Code == code)
        where toen?.Uitkomst != nu?.Uitkomst
        select new Verschil($"toets {code}", $"{toen?.Uitkomst}", $"{nu?.Uitkomst}", (nu ?? toen)!.Artikel);

    private static IEnumerable<Verschil> Regels(IReadOnlyList<Rekenregel> vastgelegd, IReadOnlyList<Rekenregel> berekend) =>
        from i in Enumerable.Range(0, Math.Max(vastgelegd.Count, berekend.Count))
        let toen = vastgelegd.ElementAtOrDefault(i)
        let nu = berekend.ElementAtOrDefault(i)
        where toen?.Code != nu?.Code || toen?.Bedrag != nu?.Bedrag
        select new Verschil(
            $"rekenregel {i + 1}",
            $"{toen?.Code} {toen?.Bedrag:0.00}",
            $"{nu?.Code} {nu?.Bedrag:0.00}",
            (nu ?? toen)!.Artikel
        );

    private static string Artikel(Regelversie versie, string aanvragertype, string veld) =>
        veld switch
        {
            "gevraagd" or "subsidie" => Verleningsartikel.Subsidie(versie, aanvragertype),
            "voorschot" => Verleningsartikel.Voorschot(versie, aanvragertype),
            "subsidiabeleKosten" => versie.Post(Postcode.SubsidiabeleKosten).Artikel,
            _ when veld.StartsWith("partijen", StringComparison.Ordinal) => versie.Post(Postcode.Partijdeel).Artikel,
            _ when veld.StartsWith("aandelen", StringComparison.Ordinal) => versie.Post(Postcode.SubsidieOverKosten).Artikel,
            _ => versie.Stap(veld == "activiteiten" ? Stapcode.AanvraagIngediend : Stapcode.AanvraagBeoordeeld).Artikel,
        };

    /// <summary>All awards to the applicants of these assessments, for an assessment from before its content kept which it looked at.</summary>
    private static async Task<ILookup<string, Subsidie>> Toekenningen(Bundel bundel, CancellationToken ct) =>
        await Subsidies.Van(
            bundel.Bron,
            [.. bundel.Stromen.SelectMany(s => s.Gebeurtenissen).OfType<AanvraagIngediend>().SelectMany(e => e.Betrokken).Distinct()],
            ct
        );
}
