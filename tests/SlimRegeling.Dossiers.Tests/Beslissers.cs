using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Tests;

[Naam("iets-besloten")]
public sealed record IetsBesloten(
    AanvraagIngediendBericht? Ingediend = null,
    SubsidieVerleendBericht? Verlening = null,
    AanvraagAfgewezenBericht? Afwijzing = null,
    BewijsGevraagdBericht? Bewijsverzoek = null,
    SubsidieVastgesteldBericht? Vaststelling = null,
    AanvullingGevraagdBericht? Aanvulling = null,
    BuitenBehandelingGesteldBericht? BuitenBehandeling = null,
    AandachtGevraagdBericht? Aandacht = null,
    IntrekkingVoorgenomenBericht? Voornemen = null
) : Gebeurtenis;

public sealed record Besluitenlijst
{
    public string Id { get; init; } = "";

    public Besluitenlijst Apply(IetsBesloten _) => this;
}

/// <summary>Hears what the contexts under test say: every message has a hearer.</summary>
public sealed class Toehoorder
    : IVerwerker<RekeningGewijzigdBericht>,
        IVerwerker<SteunGeregistreerdBericht>,
        IVerwerker<DocumentBeschikbaarBericht>,
        IVerwerker<DocumentGeweigerdBericht>,
        IVerwerker<BriefVerzondenBericht>
{
    public Task Verwerk(RekeningGewijzigdBericht bericht, CancellationToken ct) => Task.CompletedTask;

    public Task Verwerk(SteunGeregistreerdBericht bericht, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What was heard of documents.</summary>
    public static ConcurrentBag<object> Documenten { get; } = [];

    public Task Verwerk(DocumentBeschikbaarBericht bericht, CancellationToken ct)
    {
        Documenten.Add(bericht);
        return Task.CompletedTask;
    }

    public Task Verwerk(DocumentGeweigerdBericht bericht, CancellationToken ct)
    {
        Documenten.Add(bericht);
        return Task.CompletedTask;
    }

    public Task Verwerk(BriefVerzondenBericht bericht, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Stands for the contexts that decide: says the messages it is told to say.</summary>
public sealed class BeslissersContext : IContext
{
    public static string Naam => "beslissers";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Besluitenlijst>()
            .Uitgaand(
                (_, gebeurtenis) =>
                    gebeurtenis is IetsBesloten e
                        ? (
                            (object?[])
                                [
                                    e.Ingediend,
                                    e.Verlening,
                                    e.Afwijzing,
                                    e.Bewijsverzoek,
                                    e.Vaststelling,
                                    e.Aanvulling,
                                    e.BuitenBehandeling,
                                    e.Aandacht,
                                    e.Voornemen,
                                ]
                        ).OfType<object>()
                        : []
            )
            .Zegt<AanvraagIngediendBericht>("aanvraag-ingediend")
            .Zegt<SubsidieVerleendBericht>("subsidie-verleend")
            .Zegt<AanvraagAfgewezenBericht>("aanvraag-afgewezen")
            .Zegt<AanvullingGevraagdBericht>("aanvulling-gevraagd")
            .Zegt<BelangGewijzigdBericht>("belang-gewijzigd")
            .Zegt<BuitenBehandelingGesteldBericht>("buiten-behandeling-gesteld")
            .Zegt<BewijsGevraagdBericht>("bewijs-gevraagd")
            .Zegt<DeclaratieaanvullingGevraagdBericht>("declaratieaanvulling-gevraagd")
            .Zegt<VerleningGewijzigdBericht>("verlening-gewijzigd")
            .Zegt<VerleningAangepastBericht>("verlening-aangepast")
            .Zegt<IntrekkingVoorgenomenBericht>("intrekking-voorgenomen")
            .Zegt<VerleningIngetrokkenBericht>("verlening-ingetrokken")
            .Zegt<TerugvorderingBeslotenBericht>("terugvordering-besloten")
            .Zegt<VorderingsbesluitGenomenBericht>("vorderingsbesluit-genomen")
            .Zegt<RentevergoedingBeslotenBericht>("rentevergoeding-besloten")
            .Zegt<VorderingHerinnerdBericht>("vordering-herinnerd")
            .Zegt<VorderingAangemaandBericht>("vordering-aangemaand")
            .Zegt<AanvullingstermijnNadertBericht>("aanvullingstermijn-nadert")
            .Zegt<ZienswijzetermijnNadertBericht>("zienswijzetermijn-nadert")
            .Zegt<BezwaarIngediendBericht>("bezwaar-ingediend")
            .Zegt<BezwaarHerstelGevraagdBericht>("bezwaar-herstel-gevraagd")
            .Zegt<BezwaarHoorzittingBericht>("bezwaar-hoorzitting")
            .Zegt<BezwaarBeslistermijnBericht>("bezwaar-beslistermijn")
            .Zegt<BezwaarBeslistBericht>("bezwaar-beslist")
            .Zegt<HerstelbesluitGenomenBericht>("herstelbesluit-genomen")
            .Zegt<WijzigingBeslotenBericht>("wijziging-besloten")
            .Zegt<VoorschotToegekendBericht>("voorschot-toegekend")
            .Zegt<LaatsteDagNadertBericht>("laatste-dag-nadert")
            .Zegt<VertragingMedegedeeldBericht>("vertraging-medegedeeld")
            .Zegt<VaststellingVertraagdBericht>("vaststelling-vertraagd")
            .Zegt<WijzigingVertraagdBericht>("wijziging-vertraagd")
            .Zegt<SubsidieVastgesteldBericht>("subsidie-vastgesteld")
            .Zegt<AandachtGevraagdBericht>("aandacht-gevraagd")
            .Zegt<ParameterGewijzigdBericht>("parameter-gewijzigd")
            .Hoort<RekeningGewijzigdBericht, Toehoorder>()
            .Hoort<SteunGeregistreerdBericht, Toehoorder>()
            .Hoort<DocumentBeschikbaarBericht, Toehoorder>()
            .Hoort<DocumentGeweigerdBericht, Toehoorder>()
            .Hoort<BriefVerzondenBericht, Toehoorder>()
            .Eindpunt(Map);

    /// <summary>Drafts by number, as Aanvragen would tell of them.</summary>
    public static ConcurrentDictionary<string, Zaakwijzer.Gegevens> Concepten { get; } = new();

    /// <summary>Why, by number, as Aanvragen would explain it.</summary>
    public static ConcurrentDictionary<string, Onderbouwing> Uitleg { get; } = new();

    /// <summary>What was found of each activity, by the number of a settlement, as Vaststelling would tell of it.</summary>
    public static ConcurrentDictionary<string, Vaststellingsoordelen> Oordelen { get; } = new();

    /// <summary>What is meant to be withdrawn, by case, as Verlening would tell of it beforehand, and then keep the text of it.</summary>
    internal static ConcurrentDictionary<string, Voornemenvoorbeeld.Voorgenomen> Voornemens { get; } = new();

    internal static Inhoudsafschrift Afschrift(Intrekkingstekst tekst) =>
        Inhoudsafschrift.Van(new Inhoud(Guid.Empty, "", "zout", JsonSerializer.Serialize(tekst, Platform.Stromen.Json.Opties)));

    private static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/verleningen/{zaaknummer}/intrekkingen/voorbeeld",
                (string zaaknummer, Voornemenvoorbeeld.Verzoek verzoek) =>
                    Voornemens.TryGetValue(zaaknummer, out var voorgenomen) && verzoek.Argument.Trim() == voorgenomen.Tekst.Argument
                        ? Uitkomst.Ok(voorgenomen)
                        : Weigering.Invoer(new Fout("argument", "Schrijf waarom."))
            )
            .Voor(Rol.Dienst)
            .SlaatNietsOp()
            .Geeft<Voornemenvoorbeeld.Voorgenomen>();
        api.MapGet(
                "/verleningen/{zaaknummer}/intrekkingtekst",
                (string zaaknummer, Guid motivering) =>
                    Voornemens.TryGetValue(zaaknummer, out var voorgenomen) && voorgenomen.Voornemen.Motivering == motivering
                        ? Uitkomst.Ok(Afschrift(voorgenomen.Tekst))
                        : Weigering.NietGevonden(zaaknummer)
            )
            .Voor(Rol.Dienst)
            .Geeft<Inhoudsafschrift>();
        api.MapGet(
                "/aanvragen/{zaaknummer}/onderbouwing",
                (string zaaknummer, string op, string? besluit) =>
                    op.Length > 0 && Uitleg.TryGetValue(besluit ?? zaaknummer, out var uitleg)
                        ? Uitkomst.Ok(uitleg)
                        : Weigering.NietGevonden(zaaknummer)
            )
            .Voor(Rol.Dienst)
            .Geeft<Onderbouwing>();
        api.MapGet(
                "/verantwoordingen/{zaaknummer}/onderbouwing",
                (string zaaknummer, string besluit) =>
                    zaaknummer.Length > 0 && Oordelen.TryGetValue(besluit, out var oordelen)
                        ? Uitkomst.Ok(oordelen)
                        : Weigering.NietGevonden(besluit)
            )
            .Voor(Rol.Dienst)
            .Geeft<Vaststellingsoordelen>();
        api.MapGet(
                "/aanvragen/{zaaknummer}/zaakgegevens",
                (string zaaknummer) =>
                    Concepten.TryGetValue(zaaknummer, out var gegevens) ? Uitkomst.Ok(gegevens) : Weigering.NietGevonden(zaaknummer)
            )
            .Voor(Rol.Dienst)
            .Geeft<Zaakwijzer.Gegevens>();
        api.MapPost(
                "/besluiten",
                (IetsBesloten besluit, Stroom<Besluitenlijst> lijsten, CancellationToken ct) =>
                    lijsten.SchrijfOfBegin(Guid.NewGuid().ToString(), _ => besluit, ct)
            )
            .Voor(Rol.Beheerder);
    }
}
