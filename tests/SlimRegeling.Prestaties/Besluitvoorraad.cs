using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Aanvragen;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using Aanvraagtijdvak = SlimRegeling.Aanvragen.Aanvraagtijdvak;

namespace SlimRegeling.Prestaties;

/// <summary>A stream to store, with the content beside it.</summary>
internal sealed record Voorraadstroom(
    string Context,
    Type Stand,
    string Id,
    IReadOnlyList<Gebeurtenis> Gebeurtenissen,
    IReadOnlyList<Inhoud> Inhouden
);

/// <summary>Cases from submission to settlement, each decided by the functions that decide in the program; no two are the same.</summary>
internal static partial class Besluitvoorraad
{
    /// <summary>Ingediend and beoordeeld; voorgelegd, verleend, voorschot and bezwaartermijn; voorgesteld and vastgesteld; steun.</summary>
    public const int BesluitenPerZaak = 9;

    private const string Beoordelaar = "beoordelaar";
    private static readonly Instant Opent = Instant.FromUtc(2026, 4, 7, 7, 0);
    private static readonly Instant Sluit = Instant.FromUtc(2026, 4, 30, 15, 0);
    private static readonly Instant Vastgesteld = Instant.FromUtc(2027, 9, 1, 9, 0);
    private static readonly Aanvraagtijdvak Tijdvak = new("2026-04-mkb", Aanvragertype.MkbOnderneming, Opent, Sluit, "slim-2026");
    private static readonly IReadOnlyList<string> Oordelen = [Eiscode.NietEnkelBestuurders, .. Grondcode.DoorBeoordelaar];

    /// <param name="metBezwaar">With objections in some of them, beside the decisions that are counted.</param>
    /// <returns>First that of the application, last that of the enterprise.</returns>
    public static IReadOnlyList<Voorraadstroom> Zaak(int nummer, int eersteKvk, bool metBezwaar = false)
    {
        var (zaak, kvk) = ((string)Zaaknummer.Trek(), (eersteKvk + nummer).ToString(CultureInfo.InvariantCulture));
        var aanvraag = new Verhaal<Aanvraag>("aanvragen", zaak);
        Aanvraag(aanvraag, kvk, nummer);
        var beoordeeld = Bericht<AanvraagBeoordeeldBericht>(SlimRegeling.Aanvragen.Uitgaand.Berichten, aanvraag);

        var verlening = new Verhaal<Verlening.Verlening>("verlening", zaak);
        Verleen(verlening, beoordeeld);
        var verleend = Bericht<SubsidieVerleendBericht>(SlimRegeling.Verlening.Uitgaand.Berichten, verlening);
        Voorraadstroom[] bezwaren = metBezwaar && Objecteer(verlening, beoordeeld, nummer) is { } bezwaar ? [bezwaar.Stroom] : [];
        var gewijzigd = Berichten<VerleningGewijzigdBericht>(SlimRegeling.Verlening.Uitgaand.Berichten, verlening);

        var verantwoording = new Verhaal<Vaststelling.Verantwoording>("vaststelling", zaak);
        StelVast(verantwoording, verleend, gewijzigd);

        var steun = new Verhaal<Relaties.Steunzaak>("relaties", zaak);
        steun.Gebeurt(SlimRegeling.Relaties.BijSubsidieVerleend.Vernomen(verleend));
        var onderneming = new Verhaal<Relaties.Onderneming>("relaties", kvk);
        onderneming.Gebeurt(SlimRegeling.Relaties.Steunboeking.Beslis(null, kvk, steun.Stand, Regelstanden.Ongewijzigd, verleend.Op));
        return [aanvraag.Stroom, verlening.Stroom, .. bezwaren, verantwoording.Stroom, steun.Stroom, onderneming.Stroom];
    }

    private static void Aanvraag(Verhaal<Aanvraag> verhaal, string kvk, int nummer)
    {
        var op = Opent + Duration.FromSeconds(nummer);
        var concept = new Concept(verhaal.Id, kvk, Tijdvak.Id, Formulier(nummer), null);
        verhaal.Gebeurt(Indienen.Beslis(concept, Tijdvak, null, () => verhaal.Bewaar(concept.Formulier), Regelstanden.Ongewijzigd, op));
        var gevraagd = verhaal.Stand.Ingediend!.Gevraagd;
        verhaal.Gebeurt(
            Volledigheid.Beslis(verhaal.Stand, new(true), "beoordelaar", Regelstanden.Ongewijzigd, Sluit + Duration.FromDays(2))
        );
        verhaal.Gebeurt(new RangVernomen(nummer + 1, true, Sluit + Duration.FromDays(10)));
        verhaal.Gebeurt(new BudgetVernomen(gevraagd, Sluit + Duration.FromDays(10)));
        verhaal.Gebeurt(new AanvraagToegewezen(Beoordelaar, Sluit + Duration.FromDays(20)));
        verhaal.Gebeurt(
            Beoordelen.Beslis(
                verhaal.Stand,
                new([.. Oordelen.Select(c => new Beoordelen.Oordeel(c, Beoordelen.Uitkomstoordeel.Voldaan, "Staat niet in de weg."))]),
                new(concept.Formulier, [], [], Sluit),
                Beoordelaar,
                verhaal.Bewaar,
                Regelstanden.Ongewijzigd,
                Sluit + Duration.FromDays(30)
            )
        );
    }

    private static void Verleen(Verhaal<Verlening.Verlening> verhaal, AanvraagBeoordeeldBericht beoordeeld)
    {
        var gereserveerd = new BudgetGereserveerdBericht(verhaal.Id, Tijdvak.Id, beoordeeld.Subsidie, Sluit + Duration.FromDays(10));
        verhaal.Gebeurt(SlimRegeling.Verlening.BijBudgetGereserveerd.Beslis(null, gereserveerd));
        verhaal.Gebeurt(SlimRegeling.Verlening.BijAanvraagBeoordeeld.Beslis(verhaal.Stand, beoordeeld));
        var op = Sluit + Duration.FromDays(40);
        verhaal.Gebeurt(
            SlimRegeling.Verlening.Ondertekenen.Beslis(
                verhaal.Id,
                verhaal.Stand,
                verhaal.Stand.Voorstelhash!,
                "ondertekenaar",
                Regelstanden.Ongewijzigd,
                op
            )
        );
        var besluit = verhaal.Stand.Verleend!.Besluit;
        var verzonden = new BriefVerzondenBericht(verhaal.Id, "brief", "verlening", besluit, Platform.Tijd.Moment.Dag(op), op);
        verhaal.Gebeurt(SlimRegeling.Verlening.BijBriefVerzonden.Beslis(verhaal.Stand, verzonden, Regelstanden.Ongewijzigd));
    }

    private static void StelVast(
        Verhaal<Vaststelling.Verantwoording> verhaal,
        SubsidieVerleendBericht verleend,
        IEnumerable<VerleningGewijzigdBericht> gewijzigd
    )
    {
        verhaal.Gebeurt(SlimRegeling.Vaststelling.BijSubsidieVerleend.Beslis(null, verleend));
        foreach (var bericht in gewijzigd)
        {
            verhaal.Gebeurt(SlimRegeling.Vaststelling.BijVerleningGewijzigd.Beslis(verhaal.Stand, bericht));
        }
        var oordelen = verleend.Activiteiten.Select(a => new Vaststelling.Beoordelen.Oordeel(a, true, "Uitgevoerd."));
        verhaal.Gebeurt(
            SlimRegeling.Vaststelling.Beoordelen.Beslis(
                verhaal.Id,
                verhaal.Stand,
                new([.. oordelen]),
                verhaal.Bewaar,
                Beoordelaar,
                Regelstanden.Ongewijzigd,
                Vastgesteld,
                "steekproef-1"
            )
        );
        var hash = verhaal.Stand.Voorstel!.Voorstelhash;
        foreach (var wie in (string[])["een", "twee"])
        {
            verhaal.Gebeurt(
                SlimRegeling.Vaststelling.Ondertekenen.Beslis(verhaal.Id, verhaal.Stand, hash, wie, Regelstanden.Ongewijzigd, Vastgesteld)
            );
        }
    }

    private static Formulier Formulier(int nummer) =>
        new(
            new(5m + nummer % 240, 1_000_000m + nummer, 800_000m, ["4321"]),
            [
                new("A", ExterneUren: [new(20m + nummer % 50, 100m + nummer % 60)], OverigeExterneKosten: 500m + nummer % 1000 / 100m),
                new("C", EigenUren: [new(60m, 41_280m + nummer % 5000)], ExterneUren: [new(40m + nummer % 60, 120m)]),
            ],
            new("Leren op de werkplek.", "Een leermethode invoeren.", "Iedereen leert.", "Na een jaar."),
            new(true, new(Steunsoort.Geen), true),
            new("NL91ABNA0417164300")
        );

    private static T Bericht<T>(Func<string, object, IEnumerable<object>> uitgaand, IVerhaal verhaal) =>
        Berichten<T>(uitgaand, verhaal).Single();

    private static IEnumerable<T> Berichten<T>(Func<string, object, IEnumerable<object>> uitgaand, IVerhaal verhaal) =>
        verhaal.Gebeurtenissen.SelectMany(g => uitgaand(verhaal.Id, g)).OfType<T>();

    private interface IVerhaal
    {
        string Id { get; }
        IReadOnlyList<Gebeurtenis> Gebeurtenissen { get; }
    }

    /// <summary>A stream that grows, with its state.</summary>
    private sealed class Verhaal<T>(string context, string id) : IVerhaal
        where T : class, new()
    {
        private readonly List<Gebeurtenis> _gebeurtenissen = [];
        private readonly List<Inhoud> _inhouden = [];

        public string Id => id;

        public T Stand { get; private set; } = Vouw.Begin<T>(id);

        public IReadOnlyList<Gebeurtenis> Gebeurtenissen => _gebeurtenissen;

        public Voorraadstroom Stroom => new(context, typeof(T), id, _gebeurtenissen, _inhouden);

        public void Gebeurt(Beslissing beslissing)
        {
            if (beslissing.Weigering is { } weigering)
            {
                throw new InvalidOperationException($"{context} {id}: {weigering.Uitleg}");
            }
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                _gebeurtenissen.Add(gebeurtenis);
                Stand = Vouw.Volg(Stand, gebeurtenis);
            }
        }

        public Verwijzing Bewaar(object inhoud)
        {
            var json = JsonSerializer.Serialize(inhoud, inhoud.GetType(), Platform.Stromen.Json.Opties);
            var zout = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var verwijzing = new Verwijzing(Guid.CreateVersion7(), Werkeenheid.Hash(zout, json));
            _inhouden.Add(new(verwijzing.Id, id, zout, json));
            return verwijzing;
        }
    }
}
