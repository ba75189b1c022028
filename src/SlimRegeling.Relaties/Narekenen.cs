using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Relaties;

/// <summary>Computes the de-minimis room after each award again, with what was known when it was registered.</summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } = [typeof(SteunGeregistreerd), typeof(RuimteHerrekend)];

    public Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Nagerekend>>([.. bundel.Stromen.SelectMany(Stroom)]);

    internal static IEnumerable<Nagerekend> Stroom(Verloop verloop)
    {
        var stand = Vouw.Begin<Onderneming>(verloop.Id);
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var na = stand = Vouw.Volg(stand, gebeurtenis);
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                SteunGeregistreerd e => () => e with { RuimteNa = Steunruimte.Na(na, Post(na, e.Zaaknummer)) },
                RuimteHerrekend e => () => e with { RuimteNa = Steunruimte.Na(na, Post(na, e.Zaaknummer)) },
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, _ => Artikel(na, gebeurtenis));
            }
        }
    }

    private static Steunpost Post(Onderneming stand, string zaaknummer) => stand.Steun.Single(post => post.Zaaknummer == zaaknummer);

    private static string Artikel(Onderneming stand, Gebeurtenis gebeurtenis)
    {
        var (zaaknummer, op) = gebeurtenis switch
        {
            SteunGeregistreerd e => (e.Zaaknummer, e.Op),
            RuimteHerrekend e => (e.Zaaknummer, e.Op),
            _ => throw new ArgumentException($"{gebeurtenis.GetType().Name} is no decision here.", nameof(gebeurtenis)),
        };
        return Regelboek.Versie(Post(stand, zaaknummer).Regelversie).Eis(Eiscode.DeMinimisruimte).Artikel;
    }
}
