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
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Betalingen.Tests;

[Naam("gezegd")]
public sealed record Gezegd(string Soort, string Inhoud) : Gebeurtenis;

public sealed record Gesprek
{
    public string Id { get; init; } = "";

    public Gesprek Apply(Gezegd _) => this;
}

/// <summary>The contexts that Betalingen listens to, as it sees them: they say what a test asks, and give the account behind a message.</summary>
public sealed class Buitenwereld : IContext
{
    private static readonly Dictionary<string, Type> Soorten = new Type[]
    {
        typeof(SubsidieVerleendBericht),
        typeof(VerleningAangepastBericht),
        typeof(VoorschotToegekendBericht),
        typeof(SubsidieVastgesteldBericht),
        typeof(IntrekkingVoorgenomenBericht),
        typeof(IntrekkingVervallenBericht),
        typeof(VerleningIngetrokkenBericht),
        typeof(RekeningGewijzigdBericht),
        typeof(BezwaarIngediendBericht),
        typeof(BezwaarIngetrokkenBericht),
        typeof(BelangGewijzigdBericht),
        typeof(TijdvakGewijzigdBericht),
        typeof(BriefVerzondenBericht),
        typeof(ParameterGewijzigdBericht),
    }.ToDictionary(t => t.Name);

    private static readonly ConcurrentDictionary<(string KvkNummer, int Volgnummer), Inhoudsafschrift> Rekeningen = new();

    public static string Naam => "relaties";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Stroom<Gesprek>()
            .Uitgaand((_, gebeurtenis) => gebeurtenis is Gezegd g ? [JsonSerializer.Deserialize(g.Inhoud, Soorten[g.Soort], Opties)!] : [])
            .Zegt<SubsidieVerleendBericht>("subsidie-verleend")
            .Zegt<VoorschotToegekendBericht>("voorschot-toegekend")
            .Zegt<VerleningGewijzigdBericht>("verlening-gewijzigd")
            .Zegt<VerleningAangepastBericht>("verlening-aangepast")
            .Zegt<IntrekkingVoorgenomenBericht>("intrekking-voorgenomen")
            .Zegt<IntrekkingVervallenBericht>("intrekking-vervallen")
            .Zegt<VerleningIngetrokkenBericht>("verlening-ingetrokken")
            .Zegt<BezwaarIngediendBericht>("bezwaar-ingediend")
            .Zegt<BezwaarBeslistBericht>("bezwaar-beslist")
            .Zegt<BezwaarIngetrokkenBericht>("bezwaar-ingetrokken")
            .Zegt<SubsidieVastgesteldBericht>("subsidie-vastgesteld")
            .Zegt<RekeningGewijzigdBericht>("rekening-gewijzigd")
            .Zegt<MedewerkerGewijzigdBericht>("medewerker-gewijzigd")
            .Zegt<BelangGewijzigdBericht>("belang-gewijzigd")
            .Zegt<ParameterGewijzigdBericht>("parameter-gewijzigd")
            .Zegt<TijdvakGewijzigdBericht>("tijdvak-gewijzigd")
            .Zegt<BriefVerzondenBericht>("brief-verzonden")
            .Hoort<TerugvorderingBeslotenBericht, Toehoorder>()
            .Hoort<VorderingsbesluitGenomenBericht, Toehoorder>()
            .Hoort<RentevergoedingBeslotenBericht, Toehoorder>()
            .Hoort<VorderingHerinnerdBericht, Toehoorder>()
            .Hoort<VorderingAangemaandBericht, Toehoorder>()
            .Hoort<VorderingVoldaanBericht, Toehoorder>()
            .Hoort<BetalingOpgedragenBericht, Toehoorder>()
            .Hoort<BetalingAangehoudenBericht, Toehoorder>()
            .Hoort<BetalingVrijgegevenBericht, Toehoorder>()
            .Hoort<BetalingUitgevoerdBericht, Toehoorder>()
            .Hoort<BetalingTeruggekomenBericht, Toehoorder>()
            .Hoort<BetalingVerlaagdBericht, Toehoorder>()
            .Eindpunt(Map);

    public sealed class Toehoorder
        : IVerwerker<BetalingOpgedragenBericht>,
            IVerwerker<BetalingAangehoudenBericht>,
            IVerwerker<BetalingVrijgegevenBericht>,
            IVerwerker<BetalingUitgevoerdBericht>,
            IVerwerker<BetalingTeruggekomenBericht>,
            IVerwerker<BetalingVerlaagdBericht>,
            IVerwerker<TerugvorderingBeslotenBericht>,
            IVerwerker<VorderingsbesluitGenomenBericht>,
            IVerwerker<RentevergoedingBeslotenBericht>,
            IVerwerker<VorderingHerinnerdBericht>,
            IVerwerker<VorderingAangemaandBericht>,
            IVerwerker<VorderingVoldaanBericht>
    {
        public static readonly ConcurrentQueue<object> Gehoord = new();

        public Task Verwerk(BetalingOpgedragenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(BetalingAangehoudenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(BetalingVrijgegevenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(BetalingUitgevoerdBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(BetalingTeruggekomenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(BetalingVerlaagdBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(TerugvorderingBeslotenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(VorderingsbesluitGenomenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(RentevergoedingBeslotenBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(VorderingHerinnerdBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(VorderingAangemaandBericht bericht, CancellationToken ct) => Hoor(bericht);

        public Task Verwerk(VorderingVoldaanBericht bericht, CancellationToken ct) => Hoor(bericht);

        private static Task Hoor(object bericht)
        {
            Gehoord.Enqueue(bericht);
            return Task.CompletedTask;
        }
    }

    public static RekeningGewijzigdBericht Rekening(
        string kvkNummer,
        int volgnummer,
        string iban,
        string door = "anna",
        string naam = "Bakkerij De Gouden Aar"
    )
    {
        var json = JsonSerializer.Serialize(new Bankgegevens(iban, naam), Opties);
        var afschrift = new Inhoudsafschrift(json, "zout", Werkeenheid.Hash("zout", json));
        Rekeningen[(kvkNummer, volgnummer)] = afschrift;
        return new RekeningGewijzigdBericht(kvkNummer, volgnummer, Guid.NewGuid(), afschrift.Hash, door, Voorbeelden.Moment);
    }

    public sealed record Verzoek(IReadOnlyList<Zin> Zinnen);

    public sealed record Zin(string Soort, string Inhoud);

    public static Zin Zeg(object bericht) => new(bericht.GetType().Name, JsonSerializer.Serialize(bericht, bericht.GetType(), Opties));

    private static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/gesprekken",
                (Verzoek verzoek, Stroom<Gesprek> gesprekken, CancellationToken ct) =>
                    gesprekken.SchrijfOfBegin(
                        Guid.NewGuid().ToString(),
                        _ => Beslissing.Van([.. verzoek.Zinnen.Select(z => new Gezegd(z.Soort, z.Inhoud))]),
                        ct
                    )
            )
            .Openbaar()
            .Hoogstens(8_000_000);
        api.MapGet(
                "/ondernemingen/{kvkNummer}/rekening",
                (string kvkNummer, int volgnummer) => Task.FromResult(Uitkomst.Ok(Rekeningen[(kvkNummer, volgnummer)]))
            )
            .Voor(Rol.Dienst);
    }
}
