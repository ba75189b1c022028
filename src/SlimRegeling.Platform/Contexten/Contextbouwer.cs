using System.Reflection;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Platform.Contexten;

/// <summary>The words with which a context describes itself.</summary>
public sealed class Contextbouwer
{
    private readonly Context _context;

    internal Contextbouwer(Context context)
    {
        _context = context;
        RegistreerGebeurtenissen();
    }

    /// <summary>A stream with its state, kept as an inline snapshot in the transaction of the events.</summary>
    public Contextbouwer Stroom<T>()
        where T : class
    {
        _context.Stromen.Add(typeof(T));
        _context.Opslag.Add(opties => opties.Projections.Snapshot<T>(SnapshotLifecycle.Inline));
        return this;
    }

    /// <summary>A document that may be overwritten (a draft, a read model).</summary>
    public Contextbouwer Document<T>(Action<MartenRegistry.DocumentMappingExpression<T>>? inrichten = null)
        where T : notnull
    {
        _context.Opslag.Add(opties =>
        {
            var mapping = opties.Schema.For<T>();
            inrichten?.Invoke(mapping);
        });
        return this;
    }

    /// <summary>Rows that follow from events, written in their transaction: whoever appends the event cannot forget or double them.</summary>
    public Contextbouwer Projectie(IProjection projectie)
    {
        _context.Opslag.Add(opties => opties.Projections.Add(projectie, ProjectionLifecycle.Inline));
        if (projectie is IHerleiding herleiding)
        {
            _context.Herleidingen.Add(herleiding);
        }
        return this;
    }

    /// <summary>DDL of a table of its own, in words that may be said again (<c>create table if not exists</c>); the schema is <c>{schema}</c>.</summary>
    public Contextbouwer Tabel(string ddl)
    {
        _context.Tabellen.Add(ddl.Replace("{schema}", _context.Naam, StringComparison.Ordinal));
        return this;
    }

    /// <summary>
    /// What must hold in the tables of this context, looked at by the reconciliation. The query gives what does not: of what (a case, a window),
    /// what is expected and what is found, with their amounts; three columns of text. The schema is <c>{schema}</c>.
    /// </summary>
    /// <param name="regel">In Dutch, for people: <c>een betaalopdracht heeft haar besluit</c>.</param>
    public Contextbouwer Controle(string regel, string sql)
    {
        _context.Controles.Add(new(regel, sql.Replace("{schema}", _context.Naam, StringComparison.Ordinal)));
        return this;
    }

    /// <summary>An extension of PostgreSQL that tables of this context need; without it the program does not start.</summary>
    /// <param name="waarvoor">What it is for, ready to follow "nodig om".</param>
    public Contextbouwer Uitbreiding(string naam, string waarvoor)
    {
        _context.Uitbreidingen.Add(new Uitbreiding(naam, waarvoor));
        return this;
    }

    public Contextbouwer Uitgaand(Uitgaand uitgaand)
    {
        _context.Uitgaand = uitgaand;
        return this;
    }

    /// <summary>A message that this context says, under a name that never changes.</summary>
    public Contextbouwer Zegt<TBericht>(string naam)
        where TBericht : class
    {
        _context.Zegt.Add(typeof(TBericht), naam);
        return this;
    }

    public Contextbouwer Hoort<TBericht, TVerwerker>()
        where TBericht : class
        where TVerwerker : class, IVerwerker<TBericht>
    {
        _context.Hoort.Add(typeof(TBericht), typeof(TVerwerker));
        _context.Diensten.Add(diensten => diensten.AddScoped<TVerwerker>());
        return this;
    }

    /// <summary>
    /// Work that a context gives itself, said from an event or by <see cref="Werkeenheid{TContext}.Wek"/>. It must see all that was committed
    /// before, so it shares no transaction with other messages.
    /// </summary>
    public Contextbouwer ZegtZichzelf<TBericht, TVerwerker>(string naam)
        where TBericht : class
        where TVerwerker : class, IVerwerker<TBericht>
    {
        _context.Alleen.Add(naam);
        return Zegt<TBericht>(naam).Hoort<TBericht, TVerwerker>();
    }

    public Contextbouwer Diensten(Action<IServiceCollection> toevoegen)
    {
        _context.Diensten.Add(toevoegen);
        return this;
    }

    /// <summary>Endpoints under <c>/v1</c>, in the API document of this context.</summary>
    public Contextbouwer Eindpunt(Action<IEndpointRouteBuilder> map)
    {
        _context.Eindpunten.Add(map);
        return this;
    }

    /// <summary>A job by the clock of Amsterdam. It may be late, missed or run twice: no decision hangs on it.</summary>
    /// <param name="omschrijving">What it does, in Dutch, for who keeps watch.</param>
    public Contextbouwer Taak<TTaak>(string naam, string cron, string omschrijving)
        where TTaak : class, ITaak
    {
        _context.Taken.Add(new Taakregel($"{_context.Naam}-{naam}", typeof(TTaak), cron, omschrijving));
        _context.Diensten.Add(diensten => diensten.AddScoped<TTaak>());
        return this;
    }

    /// <summary>Work that goes on by itself, round after round, for what waits in the tables of this context.</summary>
    /// <param name="vraagt">Names of the contexts that it asks: where one of them has no address it does not go.</param>
    public Contextbouwer Doorlopend<TRonde>(params IReadOnlyList<string> vraagt)
        where TRonde : class, IRonde
    {
        _context.Rondes.Add(new Ronderegel(typeof(TRonde), vraagt));
        _context.Diensten.Add(diensten => diensten.AddScoped<TRonde>());
        return this;
    }

    /// <summary>The way in which the decisions of this context are computed again.</summary>
    public Contextbouwer Narekening(INarekening narekening)
    {
        _context.Narekening = narekening;
        return this;
    }

    /// <summary>
    /// This context holds nothing but what it heard: all its tables can be made again by hearing everything again, with these services beside
    /// or in place of its own.
    /// </summary>
    public Contextbouwer Herbouw<THerbouw>(Action<IServiceCollection> toevoegen)
        where THerbouw : class, IHerbouw
    {
        _context.Herbouw = diensten =>
        {
            diensten.AddScoped<THerbouw>().AddScoped<IHerbouw>(sp => sp.GetRequiredService<THerbouw>());
            toevoegen(diensten);
        };
        return this;
    }

    private void RegistreerGebeurtenissen()
    {
        foreach (var type in _context.Soort.Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Gebeurtenis)) && !t.IsAbstract))
        {
            var naam =
                type.GetCustomAttribute<NaamAttribute>()?.Naam
                ?? throw new InvalidOperationException($"{type.Name} has no [Naam]: its stored name must not hang on its C# type.");
            _context.Gebeurtenissen.Add(naam, type);
            _context.Opslag.Add(opties => opties.Events.MapEventType(type, naam));
        }
    }
}
